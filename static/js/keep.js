// A story goes into the selection, or out of it, without the page being fetched anew.
// Whatever goes wrong, the button then does what it does without a script. Every byte
// here is one before the photo of a story.
const RESTS = 500; // milliseconds: the second half of a double click takes nothing back

async function press(form, { name, value }) {
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams({ [name]: value }),
    headers: { "X-Part": form.dataset.keep },
    keepalive: true, // also for who reads on at once
  });
  if (!answer.ok) throw answer;
  const text = await answer.text();
  const had = form.contains(document.activeElement);
  // what was said beside an earlier button is not true any more
  for (const said of document.querySelectorAll("[data-keep] > :not(button)")) said.remove();
  for (const button of document.querySelectorAll(`[data-keep] [value="${value}"]`)) {
    const old = button.form;
    old.insertAdjacentHTML("afterend", text);
    const fresh = old.nextElementSibling;
    fresh.dataset.since = Date.now();
    old.remove();
    if (had && old === form) fresh.firstElementChild.focus(); // what it does now is read
  }
  sessionStorage.selectie = 1; // for who goes back: keep-back.js
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-keep]");
  if (!form) return;
  event.preventDefault();
  if (Date.now() - (form.dataset.since ?? 0) < RESTS) return;
  form.dataset.since = Infinity; // until there is an answer
  press(form, event.submitter).catch(() => {
    if (navigator.onLine) {
      delete form.dataset.keep;
      form.requestSubmit(event.submitter);
    } else {
      form.dataset.since = 0; // the page that is read stays
      form.querySelector("[role=alert]")?.remove();
      const said = "Je hebt nu geen verbinding. Probeer het zo nog eens.";
      form.insertAdjacentHTML("beforeend", `<span class="small" role="alert">${said}</span>`);
    }
  });
});
