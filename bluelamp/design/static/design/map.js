// The map repeats the lists and never adds. From our own files only; without WebGL the list beside it is all there is.
const place = document.querySelector("[data-map]");
const probe = document.createElement("i");
const FONT = ["Atkinson Hyperlegible"];
const empty = { type: "FeatureCollection", features: [] };

function colour(name) {
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const said = getComputedStyle(probe).color;
  probe.remove();
  return said;
}

const canDraw = () => Boolean(document.createElement("canvas").getContext("webgl2"));

function shape(draw, size = 22) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * 2;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.scale(2, 2);
  draw(pen, size);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

const path = (points, fill, stroke) => (pen) => {
  pen.beginPath();
  points.forEach(([x, y], n) => (n ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.closePath();
  if (fill) { pen.fillStyle = fill; pen.fill(); }
  if (stroke) { pen.strokeStyle = stroke; pen.lineWidth = 1.5; pen.stroke(); }
};

function images() {
  const lamp = colour("lamp"), ink = colour("ink"), late = colour("late-fill"), edge = colour("edge"), page = colour("page");
  const box = [[5, 5], [17, 5], [17, 17], [5, 17]];
  const ring = (pen) => { pen.beginPath(); pen.arc(11, 11, 6, 0, 7); pen.fillStyle = page; pen.fill(); pen.strokeStyle = ink; pen.lineWidth = 3; pen.stroke(); };
  const wide = [[1, 2], [21, 2], [21, 21], [1, 21]];
  return {
    free: ring, travelling: path([[5, 4], [18, 11], [5, 18]], lamp), at_scene: path(box, lamp), off: path(box, page, edge), custody: path(box, page, edge),
    I: path([[11, 0], [21, 6], [21, 21], [1, 21], [1, 6]], late, "#fff"), P: path(wide, lamp), S: path(wide, page, lamp), R: path(wide, page, edge),
  };
}

// Marks at one spot stand beside each other, one below another: icons in pixels, their words in the same places in ems.
const besides = (step, place) => ["match", ["get", "beside"], ...[1, 2, 3, 4, 5, 6].flatMap((n) => [n, ["literal", step(n)]]), ["literal", place]];
const lower = (n) => 19 * (n - 1) - 13;
const unitMark = besides((n) => [27, lower(n)], [0, 0]);
const unitWords = besides((n) => [0.9 + 27 / 13, lower(n) / 13], [0.9, 0]);
const incidentMark = besides((n) => [-24 * n, 0], [0, 0]);
const incidentWords = besides((n) => [(-24 * n * 1.3) / 11, 0.15], [0, 0.15]);

const source = (url) => ({ type: "geojson", data: url || empty });

function style() {
  const line = (id, from, tone, width, more = {}) => ({ id, source: from, type: "line", layout: { "line-join": "round", "line-cap": "round" }, paint: { "line-color": tone, "line-width": width, ...more } });
  const text = (id, from, field, size, tone, more = {}) => ({ id, source: from, type: "symbol", layout: { "text-field": ["to-string", ["coalesce", ...field.map((name) => ["get", name]), ""]], "text-font": FONT, "text-size": size, ...more }, paint: { "text-color": tone, "text-halo-color": colour("page"), "text-halo-width": 1.5 } });
  const { boundary, wards, roads, places, units, incidents } = place.dataset;
  const mark = (name) => ({ "icon-image": ["coalesce", ["get", name], "off"], "icon-allow-overlap": true, "text-allow-overlap": true });
  return {
    version: 8,
    sources: { boundary: source(boundary), wards: source(wards), roads: source(roads), places: source(places), units: source(units), incidents: source(incidents) },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": colour("sunk") } },
      { id: "inside", source: "boundary", type: "fill", paint: { "fill-color": colour("surface") } },
      line("wards", "wards", colour("rule"), 1),
      line("edge", "boundary", colour("lamp-line"), 1.6),
      line("roads", "roads", colour("lamp-line"), ["interpolate", ["linear"], ["zoom"], 9, 1.5, 14, 5]),
      text("road-names", "roads", ["ref", "name"], 11, colour("ink-2"), { "symbol-placement": "line" }),
      text("places", "places", ["name"], 13, colour("ink-2")),
      { ...text("incidents", "incidents", ["number"], 11, colour("on-late"), { ...mark("grade"), "icon-size": 1.3, "icon-offset": incidentMark, "text-offset": incidentWords }), paint: { "text-color": ["match", ["get", "grade"], "I", "#fff", "P", colour("on-lamp"), colour("ink")] } },
      text("units", "units", ["call_sign"], 13, colour("ink"), { ...mark("status"), "text-anchor": "left", "icon-offset": unitMark, "text-offset": unitWords }),
    ],
  };
}

async function bounds() {
  const shown = await (await fetch(place.dataset.boundary)).json();
  let west = 180, south = 90, east = -180, north = -90;
  const walk = (part) => {
    if (typeof part[0] !== "number") return part.forEach(walk);
    west = Math.min(west, part[0]); east = Math.max(east, part[0]);
    south = Math.min(south, part[1]); north = Math.max(north, part[1]);
  };
  (shown.features ?? [shown]).forEach((feature) => walk((feature.geometry ?? feature).coordinates));
  return [[west, south], [east, north]];
}

async function draw() {
  const library = await import(place.dataset.library);
  library.setWorkerUrl(new URL(place.dataset.worker, location.href).href);
  await Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 13px "${FONT[0]}"`)));
  place.removeAttribute("data-off");
  const map = new library.Map({ container: place.querySelector(".canvas"), style: style(), bounds: await bounds(), fitBoundsOptions: { padding: 16 }, attributionControl: false, locale: { "Map.Title": place.querySelector(".canvas").dataset.label }, fadeDuration: 0, dragRotate: false, pitchWithRotate: false, cooperativeGestures: false });
  map.addControl(new library.NavigationControl({ showCompass: false }), "top-right");
  map.once("style.load", () => { for (const [name, drawing] of Object.entries(images())) map.addImage(name, shape(drawing), { pixelRatio: 2 }); });
  map.on("load", () => { place.dataset.drawn = "yes"; });
  document.addEventListener("bluelamp:pulse", () => {
    for (const name of ["units", "incidents"]) if (place.dataset[name]) map.getSource(name)?.setData(place.dataset[name]);
  });
}

if (place?.dataset.boundary && canDraw()) draw().catch((trouble) => { place.setAttribute("data-off", ""); console.warn("The map is not drawn:", trouble); });
