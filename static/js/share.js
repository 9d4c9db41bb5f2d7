// Beside the links that work everywhere: copy the address, and the browser's own sheet.
const sheet = document.querySelector("[data-share]");
if (sheet && navigator.share) {
  sheet.hidden = false;
  sheet.addEventListener("click", async () => {
    try {
      await navigator.share({ title: sheet.dataset.share, url: location.href });
    } catch {
      // the reader closed the sheet
    }
  });
}

const copy = document.querySelector("[data-copy]");
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(copy.dataset.copy);
      copy.textContent = "Gekopieerd";
    } catch {
      copy.textContent = "Kopiëren lukt hier niet";
    }
  });
}
