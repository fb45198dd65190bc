{% load static %}// Keeps the page of the visit round for when there is no signal: sealed, and erased once nobody is signed in.
importScripts("{% static 'design/kept.js' %}");

const STATIC = "bluelamp-static";
const PAGES = "{% url 'custody:rounds' %}";
const SIGN_IN = "{% url 'account_login' %}";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("{% get_static_prefix %}")) return event.respondWith(asset(request));
  if (url.pathname.startsWith(PAGES) && url.pathname !== self.location.pathname) event.respondWith(page(request, url.pathname));
});

// Style and scripts hold no data: the network's, or the copy.
async function asset(request) {
  const copies = await caches.open(STATIC);
  try {
    const answer = await fetch(request);
    if (answer.ok) await copies.put(request, answer.clone());
    return answer;
  } catch (error) {
    const copy = await copies.match(request);
    if (copy) return copy;
    throw error;
  }
}

async function page(request, path) {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await keep(path, answer.clone());
    else if (answer.redirected && new URL(answer.url).pathname.startsWith(SIGN_IN)) await kept.forgetPages();
    return answer;
  } catch (error) {
    const copy = await kept.page(path);
    if (copy) return shown(copy);
    throw error;
  }
}

async function keep(path, answer) {
  const html = await answer.text(), at = /data-now="(\d+)"/.exec(html);
  const policy = answer.headers.get("Content-Security-Policy");
  if (at && policy) await kept.keepPage(path, { html, policy, skew: Number(at[1]) - Date.now() / 1000 });
}

// The page's clock goes on from the server's, by as much as this phone's own clock has.
function shown({ html, policy, skew }) {
  const now = Math.floor(Date.now() / 1000 + skew);
  const body = html.replace(/data-now="\d+"/, `data-now="${now}" data-kept-copy`);
  return new Response(body, { headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy } });
}
