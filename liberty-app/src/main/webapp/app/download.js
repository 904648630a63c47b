/** Saves an answer of the server as a file of the reader. */
export async function saveAs(response, fallback) {
  const given = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '');
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = given ? given[1] : fallback;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has the content by then; a tab that stays open should not keep it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
