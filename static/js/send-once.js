// A second click on the same button, before the answer is there, sends nothing.
const PATIENCE = 8000; // then the first click is taken for lost
for (const form of document.querySelectorAll("form[data-once]")) {
  let sent = 0;
  form.addEventListener("submit", (event) => {
    if (Date.now() - sent < PATIENCE) {
      event.preventDefault();
    } else {
      sent = Date.now();
    }
  });
  window.addEventListener("pageshow", () => {
    sent = 0; // back from the next page, out of the browser's memory
  });
}
