// Who begins to fill in has opened the invitation; what scans a mail only reads the page.
const form = document.querySelector("form[data-opened]");
form?.addEventListener(
  "focusin",
  () => {
    fetch(form.dataset.opened, { method: "POST", keepalive: true });
  },
  { once: true },
);
