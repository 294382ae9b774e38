/** Fills in a page: every `{{name}}` becomes the value of that name, escaped for HTML. */
export function render(page, values) {
  return page.replaceAll(/\{\{(\w+)\}\}/g, (whole, name) =>
    name in values ? escapeHtml(String(values[name])) : whole,
  );
}

function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
