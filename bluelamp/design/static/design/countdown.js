// Fuses are redrawn once a minute; only what rings is counted in seconds. Nothing else moves.
import { now, span, stateOf, until } from "./clock.js";

const SVG = "http://www.w3.org/2000/svg";
const WORDS = { next: "Next", now: "Now", late: "Late" };

function burn(fuse) {
  const began = Number(fuse.dataset.began), due = Number(fuse.dataset.due);
  const state = stateOf(began, due), was = fuse.dataset.fuse;
  if (!(was in WORDS)) return;
  if (state !== was) turn(fuse, was, state);
  if (state === "late" || fuse.dataset.scale) return;
  const left = Math.min(Math.max((due - now()) / Math.max(due - began, 1), 0), 1) * 100;
  const at = `${(100 - left).toFixed(2)}%`;
  fuse.querySelector(".burnt")?.setAttribute("x2", at);
  fuse.querySelector(".left")?.setAttribute("x", at);
  fuse.querySelector(".left")?.setAttribute("width", `${left.toFixed(2)}%`);
  fuse.querySelector(".at-now")?.setAttribute("x", at);
}

function turn(fuse, was, state) {
  fuse.dataset.fuse = state;
  const row = fuse.closest(".promise");
  for (const part of [fuse, row, row?.querySelector(".state")]) part?.classList.replace(`is-${was}`, `is-${state}`);
  const mark = row?.querySelector(".state");
  mark?.querySelector("use")?.setAttribute("href", `#${state}`);
  if (mark) mark.lastChild.textContent = WORDS[state];
  if (state !== "late") return;
  const box = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ class: "box", x: 0, y: 4, width: "100%", height: 8 })) box.setAttribute(name, value);
  fuse.replaceChildren(box);
}

function say(words) {
  const due = Number(words.dataset.until), late = now() > due;
  const whole = until(due), said = words.dataset.word && whole.includes(" h ") ? whole.replace(/ min$/, "") : whole;
  const word = words.dataset.word, plain = late && word === "Visit";
  words.textContent = word ? (plain ? said[0].toUpperCase() + said.slice(1) : `${word} ${said.replace("in ", "")}`) : said;
}

// A cell of the whiteboard turns yellow and red by itself, so that the page serves on while the server is away.
function turnCell(words) {
  const cell = words.closest(".cell");
  if (!cell) return;
  const began = Number(words.dataset.began), due = Number(words.dataset.until), state = stateOf(began, due);
  const left = Math.min(Math.max((due - now()) / Math.max(due - began, 1), 0), 1) * 100;
  const bar = cell.querySelector(".track .left");
  bar?.setAttribute("x", `${(100 - left).toFixed(2)}%`);
  bar?.setAttribute("width", `${left.toFixed(2)}%`);
  if (state === "next" || cell.classList.contains(`is-${state}`)) return;
  cell.classList.remove("is-next", "is-now");
  cell.classList.add(`is-${state}`);
  cell.querySelector(".visit > svg")?.remove();
  const shape = document.createElementNS(SVG, "svg"), use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#${state}`);
  shape.setAttribute("class", "i");
  shape.setAttribute("aria-hidden", "true");
  shape.append(use);
  words.before(shape);
}

function held(words) {
  const whole = span(now() - Number(words.dataset.since));
  words.textContent = whole.includes(" h ") ? whole.replace(/ min$/, "") : whole;
}

export function redraw() {
  document.querySelectorAll("svg[data-due]").forEach(burn);
  document.querySelectorAll("[data-until]").forEach(say);
  document.querySelectorAll("[data-until][data-began]").forEach(turnCell);
  document.querySelectorAll("[data-since]").forEach(held);
}

function count() {
  for (const counter of document.querySelectorAll("[data-count-from]")) {
    const seconds = Math.max(Math.floor(now() - Number(counter.dataset.countFrom)), 0);
    counter.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
  for (const clock of document.querySelectorAll("[data-clock-minutes]"))
    clock.textContent = new Date(now() * 1000).toLocaleTimeString("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });
  for (const clock of document.querySelectorAll("[data-clock]"))
    clock.textContent = new Date(now() * 1000).toLocaleTimeString("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

// Drawn by the server a moment ago: the first redraw is a minute away.
count();
setInterval(redraw, 60_000);
setInterval(count, 1_000);
