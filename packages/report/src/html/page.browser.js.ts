// Made of page.browser.js by `npm run generate`.
export const script: string = `
(() => {
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
const textOf = (row, column) => row.cells[column].textContent.trim();
const makeSortable = (table) => {
const body = table.tBodies[0];
const heads = [...table.tHead.rows[0].cells];
heads.forEach((head, column) => {
const button = document.createElement('button');
button.type = 'button';
button.append(...head.childNodes);
head.append(button);
button.addEventListener('click', () => {
const direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
for (const other of heads) other.removeAttribute('aria-sort');
head.setAttribute('aria-sort', direction);
const sign = direction === 'ascending' ? 1 : -1;
const rows = [...body.rows].map((row) => ({ row, text: textOf(row, column) }));
rows.sort((a, b) => sign * collator.compare(a.text, b.text));
body.append(...rows.map(({ row }) => row));
});
});
};
const makeFilterable = (table) => {
const label = document.createElement('label');
const input = document.createElement('input');
const status = document.createElement('span');
label.className = 'filter';
input.type = 'search';
status.setAttribute('role', 'status');
label.append(\`\${table.dataset.filter} \`, input);
const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: row.textContent.toLowerCase() }));
input.addEventListener('input', () => {
const wanted = input.value.trim().toLowerCase();
let shown = 0;
for (const { row, text } of rows) {
row.hidden = !text.includes(wanted);
if (!row.hidden) shown += 1;
}
status.textContent = \`\${table.dataset.shown} \${shown} / \${rows.length}\`;
});
const bar = document.createElement('p');
bar.className = 'filter-bar';
bar.append(label, ' ', status);
table.parentElement.before(bar);
};
for (const table of document.querySelectorAll('table')) {
if (table.tBodies[0].rows.length > 1) makeSortable(table);
if (table.dataset.filter) makeFilterable(table);
}
})();
`;
