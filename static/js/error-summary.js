// The server answered with errors: bring the reader to the summary, by eye and by ear.
const summary = document.querySelector("#fouten");
if (summary) {
  if (!document.title.startsWith("Fout:")) {
    document.title = `Fout: ${document.title}`;
  }
  summary.focus();
}
