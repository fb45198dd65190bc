// The page's clock: the server's time when it was drawn, run on by the device. Words as in bluelamp/design/times.py.
const skew = Date.now() / 1000 - Number(document.documentElement.dataset.now);

export const now = () => Date.now() / 1000 - skew;

export function span(seconds) {
  const minutes = Math.floor(Math.max(seconds, 0) / 60);
  if (minutes < 1) return "under 1 min";
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h` + (minutes % 60 ? ` ${String(minutes % 60).padStart(2, "0")} min` : "");
  return `${Math.floor(minutes / 1440)} days`;
}

export const until = (due) => (now() > due ? `late ${span(now() - due)}` : `in ${span(due - now())}`);

// Yellow begins at the last tenth of the allowance or five minutes before, whichever is less.
export function stateOf(began, due) {
  if (now() > due) return "late";
  return due - now() <= Math.min((due - began) / 10, 300) ? "now" : "next";
}
