// A story goes into the selection, or out of it, without the page being fetched anew.
// Whatever goes wrong here, the button then does what it does without a script.
const RESTS = 500; // milliseconds: the second half of a double click takes nothing back

async function press(form, button) {
  const story = button.value;
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams({ [button.name]: story }),
    headers: { "X-Part": form.dataset.keep },
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
  if (had) fresh.querySelector("button").focus(); // read aloud: what it does now
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-keep]");
  if (!form) return;
  event.preventDefault();
  if (Date.now() - (form.dataset.since ?? 0) < RESTS) return;
  form.dataset.since = Infinity; // until there is an answer
  press(form, event.submitter).catch(() => {
    delete form.dataset.keep;
    form.requestSubmit(event.submitter);
  });
});
