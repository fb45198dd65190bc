// Keys for people who never touch a mouse: / for the order box, F4 and F8 for buttons, arrows in lists. Never letters in a field.
const inField = (element) => element.closest("input, textarea, select, [contenteditable]");

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") return step(event);
  if (event.key === "Escape" && event.target.closest(".order")) return event.target.blur();
  if (event.key.length === 1 && inField(event.target)) return;
  const wanted = document.querySelector(`[data-key="${CSS.escape(event.key)}"]:not([disabled])`);
  if (!wanted) return;
  event.preventDefault();
  if (wanted.matches("input")) wanted.focus();
  else wanted.click();
}

function step(event) {
  const list = event.target.closest("[data-arrows], .board section");
  if (!list || inField(event.target)) return;
  const links = [...list.querySelectorAll(".inc .what, .unit a.cs, [data-stop]")];
  const here = links.indexOf(event.target);
  const next = links[here + (event.key === "ArrowDown" ? 1 : -1)];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

const toErrors = () => document.querySelector("[data-takes-focus]")?.focus();

document.addEventListener("keydown", press);
document.addEventListener("htmx:afterSettle", toErrors); // after htmx has heeded an autofocus in what came
toErrors();
