// A long form by keyboard: in a form marked data-answers one letter gives an answer and goes on, Enter goes on, and how
// long ago each answer was given is sent with it. Without this script every field works as it always does.
const form = document.querySelector("form[data-answers]");
const given = new Map();
const seen = (element) => element.offsetParent !== null && !element.disabled;
const stops = () => [...form.querySelectorAll("input:not([type=hidden]), select, textarea, button")].filter(seen);

function onward(from) {
  const all = stops();
  const same = (one) => one === from || (from.name && one.name === from.name && /radio|checkbox/.test(one.type));
  const last = all.findLastIndex(same);
  const next = all[last + 1];
  if (!next) return;
  const checked = next.type === "radio" && all.find((one) => one.name === next.name && one.checked);
  (checked || next).focus();
}

function answer(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const here = event.target;
  if (event.key === "Enter" && here.matches("input, select")) {
    event.preventDefault();
    return onward(here);
  }
  if (here.type !== "radio" || event.key.length !== 1) return;
  const group = [...form.elements].filter((one) => one.name === here.name && one.type === "radio");
  const chosen = group.find((one) => one.dataset.letter === event.key.toLowerCase());
  if (!chosen) return;
  event.preventDefault();
  chosen.checked = true;
  chosen.dispatchEvent(new Event("change", { bubbles: true }));
  onward(chosen);
}

function stamp() {
  for (const hidden of form.querySelectorAll("input[type=hidden][data-ago-of]")) {
    const at = given.get(hidden.dataset.agoOf);
    if (at) hidden.value = Math.round((performance.now() - at) / 1000);
  }
}

if (form) {
  form.addEventListener("keydown", answer);
  form.addEventListener("change", (event) => given.set(event.target.name, performance.now()));
  form.addEventListener("submit", stamp);
  if (!document.querySelector("[data-takes-focus]")) stops()[0]?.focus({ preventScroll: true });
}
