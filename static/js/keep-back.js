// Back at a page that the browser kept, its buttons may be of before a click here or on
// the list. The page is asked again for those only; what was typed beside them stays.
async function freshen() {
  if (!sessionStorage.selectie) return;
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
