// The page is the same bytes under every address; the commands shall name the one that it was read from.
for (const code of document.querySelectorAll("pre code")) {
  code.textContent = code.textContent.replaceAll("http://localhost:8080", location.origin);
}
