/** The words of a page: the strings that the editor's language gives for them. */
export type Translate = (text: string, ...args: (string | number)[]) => string

/** A fresh nonce for a page's one style and one script. */
export function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Text as HTML. Drafts hold anything; nothing of it may become markup. */
export function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** A place in the draft, as LSP has it. */
interface Place {
  readonly text: string
  readonly range: {
    readonly start: { readonly line: number; readonly character: number }
    readonly end: { readonly line: number; readonly character: number }
  }
}

/** The words of a place as a link that shows it in the draft. */
export function jumpTo({ text, range: { start, end } }: Place, label = text): string {
  const place = [start.line, start.character, end.line, end.character].join(',')
  return `<a class="jump" href="#" role="button" data-place="${place}" title="${html(text)}">${html(label)}</a>`
}

/** What a page is made of. */
export interface PageParts {
  readonly language: string
  readonly heading: string
  readonly subtitle: string
  /** Placeholder of the filter box. */
  readonly filter: string
  readonly body: string
  readonly nonce: string
}

/** The whole page: no resource from anywhere, one style and one script, both named by the nonce. */
export function page({ language, heading, subtitle, filter, body, nonce }: PageParts): string {
  return `<!DOCTYPE html>
<html lang="${html(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(heading)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header><h1>${html(heading)}</h1><p>${html(subtitle)}</p>
<input id="filter" type="search" placeholder="${html(filter)}" aria-label="${html(filter)}"></header>
<main>${body}</main>
<script nonce="${nonce}">${script}</script>
</body>
</html>`
}

const style = `
body { font: var(--vscode-font-size)/1.5 var(--vscode-font-family); color: var(--vscode-foreground); padding: 0 1rem 2rem; }
header { position: sticky; top: 0; background: var(--vscode-editor-background); padding: .5rem 0; z-index: 1; }
h1 { font-size: 1.2em; margin: .2rem 0; } h2 { font-size: 1em; margin: 1.2rem 0 .3rem; }
header p { margin: 0 0 .5rem; color: var(--vscode-descriptionForeground); }
input { width: 100%; box-sizing: border-box; padding: .3rem .5rem; color: var(--vscode-input-foreground);
  background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent)); }
table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 600; }
th, td { padding: .3rem .5rem; vertical-align: top; border-bottom: 1px solid var(--vscode-editorWidget-border, var(--vscode-panel-border)); }
tbody tr:hover { background: var(--vscode-list-hoverBackground); }
.number { text-align: right; white-space: nowrap; color: var(--vscode-descriptionForeground); }
.jump { color: var(--vscode-textLink-foreground); text-decoration: none; }
.jump:hover { text-decoration: underline; } .jump:focus-visible { outline: 1px solid var(--vscode-focusBorder); }
.verdict { white-space: nowrap; } .muted { color: var(--vscode-descriptionForeground); }
.consistent, .answered { color: var(--vscode-testing-iconPassed, inherit); }
.inconsistent, .unanswered { color: var(--vscode-editorError-foreground); font-weight: 600; }
.question, .weak { color: var(--vscode-editorWarning-foreground); }
ul { margin: 0; padding-left: 1.1rem; } li { margin: .1rem 0; }
.hidden { display: none; }
`

const script = `
const editor = acquireVsCodeApi();
document.addEventListener('click', (event) => {
  const link = event.target.closest('.jump');
  if (!link) return;
  event.preventDefault();
  editor.postMessage({ place: link.dataset.place.split(',').map(Number) });
});
const filter = document.getElementById('filter');
filter.value = editor.getState()?.filter ?? '';
const apply = () => {
  const wanted = filter.value.trim().toLowerCase();
  for (const row of document.querySelectorAll('tbody tr'))
    row.classList.toggle('hidden', wanted !== '' && !row.textContent.toLowerCase().includes(wanted));
  editor.setState({ filter: filter.value });
};
filter.addEventListener('input', apply);
apply();
`
