// Leaves at once and puts the other page in place of this one, so that "back" does not return here.
// The link itself works without this. Pressing Shift three times does the same.
const link = document.querySelector("[data-leave]");
const TIMES = 3, WITHIN = 5_000;
let pressed = [];

function leave(event) {
  event?.preventDefault();
  document.documentElement.hidden = true;
  window.location.replace(link.href);
}

link?.addEventListener("click", leave);
document.addEventListener("keyup", (event) => {
  if (!link || event.key !== "Shift") return;
  pressed = [...pressed, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN);
  if (pressed.length >= TIMES) leave();
});
