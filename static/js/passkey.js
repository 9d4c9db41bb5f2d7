// A passkey: the browser asks its owner, and the form carries what it answers. Without
// this script, or in a browser that cannot do it, the forms stay hidden.
const can = globalThis.PublicKeyCredential;

async function options(form) {
  const there = form.querySelector("script[type='application/json']");
  if (there) return JSON.parse(there.textContent).publicKey;
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options.publicKey;
}

async function credential(form) {
  const asked = await options(form);
  if (form.dataset.passkey === "get") {
    const publicKey = can.parseRequestOptionsFromJSON(asked);
    return navigator.credentials.get({ publicKey });
  }
  // one to log in with: it knows whose it is, and asks who holds it
  const its = { residentKey: "required", requireResidentKey: true, userVerification: "required" };
  asked.authenticatorSelection = { ...asked.authenticatorSelection, ...its };
  return navigator.credentials.create({ publicKey: can.parseCreationOptionsFromJSON(asked) });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const failed = form.querySelector("[role='alert'][hidden]");
  form.hidden = !can?.parseRequestOptionsFromJSON;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      form.elements.credential.value = JSON.stringify(await credential(form));
      form.submit(); // sends no event of its own
    } catch {
      failed.hidden = false;
    }
  });
}
