// Marks that would cover each other on the map: a few stand beside each other, more fold into one that says what it holds.
// Worked out anew for every zoom, from sizes in pixels, so that nothing that is drawn lies on anything else.
const FAN = 4, GAP = 3, INCIDENT = 30, UNIT = 20, FOLD = { wide: 52, tall: 34 }, CLOSEST = 16;
const GRADES = { I: "immediate", P: "priority", S: "scheduled", R: "resolved without deployment" };
const STATES = { free: "free", travelling: "travelling", at_scene: "at scene", custody: "custody journey", off: "not available" };
const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  I: ["path", "gabled", { d: "M15 0l15 8.3V32H0V8.3z" }], P: ["rect", "solid", { width: 30, height: 32, rx: 2 }],
  S: ["rect", "outlined", { x: 1, y: 1, width: 28, height: 30, rx: 2 }], R: ["rect", "dashed", { x: 1, y: 1, width: 28, height: 30, rx: 2 }],
  free: ["circle", "free", { cx: 7, cy: 7, r: 5.3 }], travelling: ["path", "go", { d: "M0 .5L14 7 0 13.5z" }],
  at_scene: ["rect", "at", { width: 14, height: 14 }], custody: ["rect", "custody", { x: 1, y: 1, width: 12, height: 12 }],
  off: ["rect", "off", { x: 1, y: 1, width: 12, height: 12 }],
};

const wide = (mark) => (mark.kind === "incident" ? INCIDENT : UNIT + 4 + 9 * mark.name.length);
const ORDER = ["I", "P", "S", "R"], numbers = new Intl.Collator("en", { numeric: true });
const inOrder = (one, other) => ORDER.indexOf(one.look) - ORDER.indexOf(other.look) || numbers.compare(one.name, other.name);
const incidentsOf = (members) => members.filter((one) => one.kind === "incident");
const unitsOf = (members) => members.filter((one) => one.kind === "unit");

function size(members) {
  if (members.length > FAN) return FOLD;
  const incidents = incidentsOf(members).length, units = unitsOf(members);
  const across = Math.max(0, ...units.map(wide));
  return { wide: (incidents && INCIDENT) + (incidents && across && GAP) + across, tall: Math.max(incidents * (INCIDENT + GAP + 2) - GAP, units.length * UNIT) };
}

// The box is about the middle of its members; a unit alone keeps its shape on its point and its call sign beside it.
function group(found) {
  const members = [...found].sort(inOrder);
  const middle = (axis) => members.reduce((sum, one) => sum + one[axis], 0) / members.length;
  const box = size(members);
  const aside = members.length === 1 && members[0].kind === "unit" ? box.wide / 2 - 8 : 0;
  return { members, x: middle("x") + aside, y: middle("y"), ...box };
}

const meet = (one, other) => Math.abs(one.x - other.x) * 2 < one.wide + other.wide + 2 * GAP && Math.abs(one.y - other.y) * 2 < one.tall + other.tall + 2 * GAP;

// Each mark holds `x` and `y` in pixels, `kind` and `name`. No two of the groups it answers meet.
export function gather(marks) {
  const squares = Map.groupBy?.(marks, square) ?? marks.reduce((found, one) => found.set(square(one), [...(found.get(square(one)) ?? []), one]), new Map());
  const groups = [...squares.values()].map(group);
  for (let n = 0; n < groups.length; n += 1) {
    const other = groups.findIndex((each, place) => place !== n && meet(groups[n], each));
    if (other < 0) continue;
    groups[n] = group([...groups[n].members, ...groups[other].members]);
    groups.splice(other, 1);
    n = -1;
  }
  return groups;
}
const square = (one) => `${Math.floor(one.x / UNIT)},${Math.floor(one.y / UNIT)}`;

function made(tag, facts = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

function drawing(name, box, css) {
  const svg = document.createElementNS(SVG, "svg");
  const [tag, css2, facts] = SHAPES[name] ?? SHAPES.off;
  const part = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries({ ...facts, class: css2 })) part.setAttribute(key, value);
  for (const [key, value] of Object.entries({ viewBox: box, class: css, "aria-hidden": "true" })) svg.setAttribute(key, value);
  svg.append(part);
  return svg;
}

const spoken = (one) => (one.kind === "incident" ? `${one.name}, ${[GRADES[one.look], one.words].filter(Boolean).join(": ")}` : `${one.name}, ${one.words || STATES[one.look] || STATES.off}`);

function single(one) {
  const name = made("span", { class: one.kind === "incident" ? `no on-${one.look}` : "cs" }, one.name);
  const shape = one.kind === "incident" ? drawing(one.look, "0 0 30 32", "grade") : drawing(one.look, "0 0 14 14", "unit-mark");
  const facts = { class: `spot is-${one.kind}`, "data-mark": "", title: spoken(one) };
  return one.url ? made("a", { ...facts, href: one.url, tabindex: "-1", "aria-label": spoken(one) }, shape, name) : made("span", { ...facts, role: "img", "aria-label": spoken(one) }, shape, name);
}

const counted = (found, word) => (found.length ? `${found.length} ${word}${found.length === 1 ? "" : "s"}` : "");

export function said(members) {
  const incidents = incidentsOf(members), units = unitsOf(members);
  const grades = Object.entries(GRADES).map(([letter, word]) => [incidents.filter((one) => one.look === letter).length, word]);
  const among = grades.filter(([count]) => count).map(([count, word]) => `${count} ${word}`).join(", ");
  const signs = units.map((one) => one.name).join(", ");
  return [counted(incidents, "incident") + (among && `: ${among}`), counted(units, "unit") + (signs && `: ${signs}`)].filter(Boolean).join("; ");
}

// What a fold says, written into its button again whenever what it holds changed.
function fold(members, button = made("button", { type: "button", class: "pile", "data-mark": "", "aria-expanded": "false" })) {
  button.setAttribute("aria-label", `×${members.length}: ${said(members)}. Read them`);
  button.replaceChildren(...(members.some((one) => one.look === "I") ? [drawing("I", "0 0 30 32", "gable grade")] : []), `×${members.length}`);
  return button;
}

// Draws the marks over a map and keeps them; `put(marks)` shows new ones. Of each: kind, name, look, words, url, place.
export function layer(map, frame) {
  const over = made("div", { class: "marks" }), held = made("div", { class: "held", role: "group", tabindex: "-1", hidden: "" });
  frame.append(over, held);
  let marks = [], groups = [], opener = "";
  const drawn = new Map();
  const keyed = (members) => members.map((one) => one.kind + one.name).sort().join(" ");

  const button = (key) => drawn.get(key)?.querySelector(".pile");
  const shut = (back) => {
    button(opener)?.setAttribute("aria-expanded", "false");
    if (back) (button(opener) ?? map.getCanvas()).focus();
    held.hidden = true;
    opener = "";
  };

  function open(key) {
    if (opener === key) return shut(true);
    shut(false);
    opener = key;
    button(key).setAttribute("aria-expanded", "true");
    const { members } = groups.find((one) => keyed(one.members) === key);
    const rows = [...incidentsOf(members), ...unitsOf(members)].map((one) => made("li", {}, one.url ? made("a", { href: one.url }, spoken(one)) : spoken(one)));
    const close = made("button", { type: "button", class: "btn quiet" }, "Close"), nearer = made("button", { type: "button", class: "btn quiet" }, "Zoom to these");
    close.addEventListener("click", () => shut(true));
    nearer.addEventListener("click", () => { shut(false); into(members); });
    held.replaceChildren(made("p", {}, made("b", {}, said(members))), made("ul", members.some((one) => one.url) ? {} : { tabindex: "0" }, ...rows), made("div", { class: "acts" }, ...(parts(members) ? [nearer] : []), close));
    held.setAttribute("aria-label", "What stands here");
    held.hidden = false;
    held.focus();
  }

  // Whether coming as near as the map goes would take them apart.
  function parts(members) {
    const points = members.map((one) => map.project(one.place)), times = 2 ** Math.max(0, CLOSEST - map.getZoom());
    const spread = (axis) => Math.max(...points.map((one) => one[axis])) - Math.min(...points.map((one) => one[axis]));
    return Math.max(spread("x"), spread("y")) * times > INCIDENT + GAP && map.getZoom() < CLOSEST;
  }

  function into(members) {
    const east = members.map((one) => one.place[0]), north = members.map((one) => one.place[1]);
    map.fitBounds([[Math.min(...east), Math.min(...north)], [Math.max(...east), Math.max(...north)]], { padding: 50, maxZoom: CLOSEST, animate: false });
    map.getCanvas().focus();
  }

  function place() {
    for (const one of groups) {
      const at = group(one.members.map((member) => ({ ...member, ...flat(map.project(member.place)) })));
      one.element.style.transform = `translate(${Math.round(at.x - at.wide / 2)}px, ${Math.round(at.y - at.tall / 2)}px)`;
    }
  }

  function draw() {
    const { width, height } = map.getCanvas().getBoundingClientRect();
    const seen = marks.map((one) => ({ ...one, ...flat(map.project(one.place)) })).filter((one) => one.x > 0 && one.y > 0 && one.x < width && one.y < height);
    groups = gather(seen).map((one) => ({ ...one, element: element(one) }));
    const kept = new Set(groups.map((one) => one.element));
    for (const [key, old] of drawn) if (!kept.has(old)) { drawn.delete(key); old.remove(); }
    place();
    if (opener && !drawn.has(opener)) shut(held.contains(document.activeElement));
  }

  function element(one) {
    const key = keyed(one.members), before = drawn.get(key), fresh = made("div", { class: "stand" });
    if (before && one.members.length > FAN) { fold(one.members, button(key)); return before; }
    fresh.style.width = `${one.wide}px`;
    fresh.style.height = `${one.tall}px`;
    if (one.members.length > FAN) fresh.append(fold(one.members));
    else for (const kind of [incidentsOf, unitsOf]) if (kind(one.members).length) fresh.append(made("div", {}, ...kind(one.members).map(single)));
    if (before?.innerHTML === fresh.innerHTML) return before;
    fresh.querySelector(".pile")?.addEventListener("click", () => open(key));
    before?.replaceWith(fresh);
    if (!before) over.append(fresh);
    drawn.set(key, fresh);
    return fresh;
  }

  held.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); shut(true); } });
  map.on("move", () => (map.isZooming() ? draw() : place()));
  map.on("moveend", draw);
  map.on("resize", draw);
  return { put(found) { marks = found; draw(); } };
}
const flat = ({ x, y }) => ({ x, y });
