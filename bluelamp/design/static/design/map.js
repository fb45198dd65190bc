// The map repeats the lists and never adds. From our own files only; without WebGL the list beside it is all there is.
import { layer } from "./marks.js";

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

const source = (url) => ({ type: "geojson", data: url || empty });

function style() {
  const line = (id, from, tone, width, more = {}) => ({ id, source: from, type: "line", layout: { "line-join": "round", "line-cap": "round" }, paint: { "line-color": tone, "line-width": width, ...more } });
  const text = (id, from, field, size, tone, more = {}) => ({ id, source: from, type: "symbol", layout: { "text-field": ["to-string", ["coalesce", ...field.map((name) => ["get", name]), ""]], "text-font": FONT, "text-size": size, ...more }, paint: { "text-color": tone, "text-halo-color": colour("page"), "text-halo-width": 1.5 } });
  const { boundary, wards, roads, places } = place.dataset;
  return {
    version: 8,
    sources: { boundary: source(boundary), wards: source(wards), roads: source(roads), places: source(places) },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": colour("sunk") } },
      { id: "inside", source: "boundary", type: "fill", paint: { "fill-color": colour("surface") } },
      line("wards", "wards", colour("rule"), 1),
      line("edge", "boundary", colour("lamp-line"), 1.6),
      line("roads", "roads", colour("lamp-line"), ["interpolate", ["linear"], ["zoom"], 9, 1.5, 14, 5]),
      text("road-names", "roads", ["ref", "name"], 11, colour("ink-2"), { "symbol-placement": "line" }),
      text("places", "places", ["name"], 13, colour("ink-2")),
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

async function features(url) {
  return url ? (await (await fetch(url)).json()).features : [];
}

async function found() {
  const [incidents, units] = await Promise.all([features(place.dataset.incidents), features(place.dataset.units)]);
  const mark = (kind, name, look) => ({ properties: one, geometry }) => ({ kind, name: String(one[name]), look: one[look], words: one.words ?? "", url: one.url ?? "", place: geometry.coordinates });
  return [...incidents.map(mark("incident", "number", "grade")), ...units.map(mark("unit", "call_sign", "status"))];
}

async function draw() {
  const library = await import(place.dataset.library);
  library.setWorkerUrl(new URL(place.dataset.worker, location.href).href);
  await Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 13px "${FONT[0]}"`)));
  place.removeAttribute("data-off");
  const map = new library.Map({ container: place.querySelector(".canvas"), style: style(), bounds: await bounds(), fitBoundsOptions: { padding: 16 }, attributionControl: false, locale: { "Map.Title": place.querySelector(".canvas").dataset.label }, fadeDuration: 0, dragRotate: false, pitchWithRotate: false, cooperativeGestures: false });
  map.addControl(new library.NavigationControl({ showCompass: false }), "top-right");
  const marks = layer(map, place);
  const show = () => found().then((all) => marks.put(all)).catch((trouble) => console.warn("The marks are as they were:", trouble));
  map.on("load", () => show().then(() => { place.dataset.drawn = "yes"; }));
  document.addEventListener("bluelamp:pulse", show);
}

if (place?.dataset.boundary && canDraw()) draw().catch((trouble) => { place.setAttribute("data-off", ""); console.warn("The map is not drawn:", trouble); });
