// Everything works without this. It only adds when an event is on the clock of the one who looks.
const options = { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" };
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const place of document.querySelectorAll("[data-starts]")) {
  const starts = new Date(place.dataset.starts);
  const ends = place.dataset.ends ? new Date(place.dataset.ends) : starts;
  const inZone = (zone) => new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone }).formatRange(starts, ends);
  if (here && inZone(here) !== inZone(place.dataset.zone)) {
    place.textContent = `For you: ${inZone(here)} (${here})`;
    place.hidden = false;
  }
}

// Spreadsheets write UTF-16 with a mark, UTF-8, or the code page of Western Windows.
function decoded(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder("utf-16le").decode(bytes);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return new TextDecoder("utf-16be").decode(bytes);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (notUtf8) {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

// A file is read into the field below it, where it can be seen before it is sent.
for (const reader of document.querySelectorAll("[data-reads-into]")) {
  reader.hidden = false;
  reader.querySelector("input").addEventListener("change", async (change) => {
    const file = change.target.files[0];
    if (file) {
      document.getElementById(reader.dataset.readsInto).value = decoded(new Uint8Array(await file.arrayBuffer()));
    }
  });
}
