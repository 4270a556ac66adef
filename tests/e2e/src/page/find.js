// Finds what is in sight by role and name, as somebody who hears the page finds it.
// Arguments: the role; the name, or null for any; the element to look in, or null for the whole page; "names" or
// "words" if only these are wanted: an element may be gone before it is handed over.
// Returns the elements that were found and the names of all with that role; or these names; or the words in each.
const [role, name, within, wanted] = arguments;

const SELECTORS = {
  button: 'button, [role=button]',
  link: 'a[href]',
  heading: 'h1, h2, h3',
  field: 'textarea, input:not([type]), input[type=""], input[type=text], input[type=search], input[type=date]',
  list: 'select',
  radio: 'input[type=radio]',
  check: 'input[type=checkbox]',
  group: 'fieldset, [role=group]',
  card: 'li.card',
  dialog: 'dialog, [role=dialog]',
  status: '[role=status], [role=alert]',
  menu: 'nav',
  aside: 'aside',
  more: 'summary',
  picture: 'svg[role=img]',
  file: 'input[type=file]',
};

const tidy = (text) => text.replace(/[ \t\n]+/g, ' ').replace(/ :/g, ':').trim();

/** The words of a node as they are read: without what is hidden from those who hear them. */
const words = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
  if (node.matches('select, textarea')) return '';
  const inside = [...node.childNodes].map(words).join('');
  return getComputedStyle(node).display === 'inline' ? inside : ` ${inside} `;
};

const nameOf = (element) => {
  const label = element.getAttribute('aria-label');
  if (label) return tidy(label);
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
  if (ids.length > 0) return tidy(ids.map((id) => words(document.getElementById(id))).join(' '));
  if (element.labels && element.labels.length > 0) return tidy([...element.labels].map(words).join(' '));
  if (element.matches('fieldset')) return tidy(words(element.querySelector('legend') ?? element));
  if (element.matches('li.card')) return tidy(words(element.querySelector('h2, h3') ?? element));
  return tidy(words(element));
};

// What is behind a dialog that asks first is out of reach.
const asking = [...document.querySelectorAll('dialog')].find((dialog) => dialog.matches(':modal'));
const reach = within ?? (role === 'dialog' ? document : asking ?? document);

// What has no box of its own is in sight as long as something in it is.
const isInSight = (element) =>
  getComputedStyle(element).display === 'contents'
    ? [...element.children].some(isInSight)
    : element.checkVisibility({ visibilityProperty: true });
const inSight = [...reach.querySelectorAll(SELECTORS[role])].filter(
  (element) => element.matches('input[type=file]') || isInSight(element),
);
if (wanted === 'words') return inSight.map((element) => tidy(element.innerText));
const named = inSight.map((element) => [element, nameOf(element)]);
if (wanted === 'names') return named.map(([, its]) => its);
return {
  found: named.filter(([, its]) => name === null || its === tidy(name)).map(([element]) => element),
  names: named.map(([, its]) => its),
};
