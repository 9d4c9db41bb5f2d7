// A story goes into the selection, or out of it, without the page being fetched anew.
// Whatever goes wrong here, the button then does what it does without a script.
const RESTS = 500; // milliseconds: the second half of a double click takes nothing back
const PATIENCE = 10000; // then the answer is taken for lost
const CHOSEN = "selectie"; // something was pressed in this tab

async function press(form, button) {
  const story = button.value;
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams({ [button.name]: story }),
    headers: { "X-Part": form.dataset.keep },
    keepalive: true, // also for who reads on at once
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok || answer.redirected) throw new Error(answer.status);
  const text = await answer.text();
  const had = form.contains(document.activeElement);
  let fresh = form;
  for (const each of document.querySelectorAll(`[data-keep] [value="${story}"]`)) {
    const old = each.form;
    old.insertAdjacentHTML("afterend", text);
    if (old === form) fresh = old.nextElementSibling;
    old.nextElementSibling.dataset.since = Date.now();
    old.remove();
  }
  const number = fresh.querySelector("a")?.textContent; // beside an earlier button too
  for (const link of document.querySelectorAll("[data-keep] a")) {
    if (number) link.textContent = number;
    else link.remove();
  }
  if (had) fresh.querySelector("button").focus(); // read aloud: what it does now
  sessionStorage.setItem(CHOSEN, "1");
}

function sayOffline(form) {
  form.dataset.since = 0;
  const said = form.querySelector("[role=alert]") ?? document.createElement("span");
  said.role = "alert";
  said.className = "small";
  said.textContent = "Je hebt nu geen verbinding. Probeer het zo nog eens.";
  form.append(said);
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-keep]");
  if (!form) return;
  event.preventDefault();
  if (Date.now() - (form.dataset.since ?? 0) < RESTS) return;
  form.dataset.since = Infinity; // until there is an answer
  press(form, event.submitter).catch(() => {
    if (!navigator.onLine) return sayOffline(form); // the page that is read stays
    delete form.dataset.keep;
    form.requestSubmit(event.submitter);
  });
});

// Back at a page that the browser kept, its buttons may be of before a click here or on
// the list. The page is asked again for those only; what was typed beside them stays.
async function freshen() {
  if (!sessionStorage.getItem(CHOSEN)) return;
  const text = await (await fetch(location.href, { cache: "no-cache" })).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  for (const { form, name, value } of document.querySelectorAll("[data-keep] button")) {
    const found = page.querySelector(`[data-keep=${form.dataset.keep}] [value="${value}"]`);
    if (found && found.name !== name) form.replaceWith(found.form);
  }
}

window.addEventListener("pageshow", (event) => {
  const [{ type }] = performance.getEntriesByType("navigation");
  if (event.persisted || type === "back_forward") freshen().catch(() => {});
});
