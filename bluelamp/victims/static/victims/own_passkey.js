// Asks the browser for a passkey and sends what it answers. Without this script, or without passkeys, link and code remain.
const form = document.querySelector("form[data-passkey]");
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const named = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
const asked = () => {
  const found = JSON.parse(form.dataset.asked);
  found.challenge = bytes(found.challenge);
  if (found.user) found.user.id = bytes(found.user.id);
  if (found.excludeCredentials) found.excludeCredentials = named(found.excludeCredentials);
  if (found.allowCredentials) found.allowCredentials = named(found.allowCredentials);
  return found;
};
const said = (one) => {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (one.response[part]) response[part] = text(one.response[part]);
  }
  return JSON.stringify({ id: one.id, rawId: text(one.rawId), type: one.type, response, clientExtensionResults: {} });
};
if (form && window.PublicKeyCredential) {
  document.querySelector("[data-without-passkey]").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      form.elements.passkey.value = said(await navigator.credentials[form.dataset.passkey]({ publicKey: asked() }));
    } catch {
      form.elements.passkey.value = "";
    }
    form.submit();
  });
}
