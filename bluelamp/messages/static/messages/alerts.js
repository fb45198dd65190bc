// Asks the browser of this device to agree to alerts and sends its answer; the page says so where it cannot.
const form = document.querySelector("form[data-alerts]");
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const able = form && window.isSecureContext && "serviceWorker" in navigator && "PushManager" in window;

function trouble(which) {
  for (const one of document.querySelectorAll("[data-alerts-trouble]")) one.hidden = one.dataset.alertsTrouble !== which;
}

async function agree(event) {
  event.preventDefault();
  trouble("");
  if ((await Notification.requestPermission()) !== "granted") return trouble("refused");
  try {
    await navigator.serviceWorker.register(form.dataset.worker, { scope: form.dataset.scope });
    const line = await navigator.serviceWorker.ready; // a worker that is only being installed takes no subscription
    const made = await line.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(form.dataset.key) });
    const { endpoint, keys } = made.toJSON();
    form.elements.endpoint.value = endpoint;
    form.elements.point.value = keys.p256dh;
    form.elements.secret.value = keys.auth;
    form.submit();
  } catch {
    trouble("unreached");
  }
}

if (able) {
  form.hidden = false;
  document.querySelector("[data-alerts-cannot]").hidden = true;
  form.addEventListener("submit", agree);
}
