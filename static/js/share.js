// Where the browser has a share sheet, offer it beside the links that work everywhere.
const button = document.querySelector("[data-share]");
if (button && navigator.share) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.share({ title: button.dataset.share, url: location.href });
    } catch {
      // the reader closed the sheet
    }
  });
}
