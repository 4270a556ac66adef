// Common Ground in another page: <script src=".../embed.js"></script> and
//   <common-ground src="https://tools.example/common-ground/" lang theme side start sandbox></common-ground>
//
// The element holds a frame whose height follows what is in it, up to the height of the window; beyond, the frame scrolls.
// It speaks the protocol of docs/embedding.md, version 1, and nothing else: no request, no dependency, nothing global but
// the element. Attributes are read when the element is put into the page.
//
// Events, with what they hold in `event.detail`:
//   ready    { page, language, theme, side, start }   the page runs and has answered; `storage` may be asked from now on
//   height   { height }                               in pixels
//   changed  { id, updated }                          what you keep, or what was released to you, has changed
//   results  the figures, as `common-ground score` prints them
//   declined {}                                       the person does not show what is open
//   error    { code, about }                          a message of yours changed nothing; or the page sent one that cannot be read
//
// To keep the assessment yourself, set `element.storage = { load, save }` before the element is put into the page, or at
// any time after: `load()` gives what you kept (the object or the text of a file) or null for a new one; `save(assessment)`
// gets the object of a file. What either throws or rejects with is told on screen. Both may be asynchronous: until `load()`
// has answered, the page waits.
// `element.ask()` asks to see the results of what is open and not yours: the person decides on screen.
(() => {
  'use strict';
  const FORMAT = 'common-ground/host';
  const VERSION = 1;
  const OPTIONS = ['lang', 'theme', 'side', 'start'];
  const MOST = 20_100_000;
  const REASON = 300;

  const message = (kind, more) => JSON.stringify({ format: FORMAT, version: VERSION, kind, ...more });

  /** What a message of the page says; null where it is none. */
  const read = (data) => {
    if (typeof data !== 'string' || data.length > MOST) return null;
    try {
      const said = JSON.parse(data);
      return said?.format === FORMAT && said.version === VERSION && typeof said.kind === 'string' ? said : null;
    } catch {
      return null;
    }
  };

  const STYLE = `
    :host { display: block; }
    iframe {
      display: block;
      border: 0;
      inline-size: 100%;
      block-size: min(var(--common-ground-height, 40rem), var(--common-ground-max-height, 100vh));
      min-block-size: var(--common-ground-min-height, 20rem);
    }`;

  class CommonGround extends HTMLElement {
    #frame = null;
    #port = null;
    #storage = null;
    #greeted = false;
    #attempt = 0;
    #waiting = null;
    #saving = false;
    #origin = '*';
    #hear = (event) => this.#heard(event);

    connectedCallback() {
      // What was set before this script had run.
      if (Object.hasOwn(this, 'storage')) {
        const { storage } = this;
        delete this.storage;
        this.storage = storage;
      }
      const source = this.getAttribute('src');
      if (!source) return;
      const address = new URL(source, document.baseURI);
      for (const name of OPTIONS) {
        if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
      }
      const sandbox = this.getAttribute('sandbox');
      // Without allow-same-origin the page has no origin that it could be held against.
      const nameless = sandbox !== null && !sandbox.split(/\s+/).includes('allow-same-origin');
      this.#origin = nameless ? 'null' : address.origin;
      const frame = document.createElement('iframe');
      frame.title = this.getAttribute('title') ?? 'Common Ground';
      frame.allow = 'clipboard-write; web-share';
      if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
      frame.src = address.href;
      const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shadow.adoptedStyleSheets = [sheet];
      this.#frame = frame;
      addEventListener('message', this.#hear);
      shadow.replaceChildren(frame);
    }

    disconnectedCallback() {
      removeEventListener('message', this.#hear);
      this.#port?.close();
      this.#port = null;
      this.#frame = null;
      this.#greeted = false;
    }

    /** Keeps the assessment; see above. */
    set storage(storage) {
      this.#storage = storage;
      if (this.#greeted) this.#load();
    }

    get storage() {
      return this.#storage;
    }

    /** Asks to see the results of what is open. */
    ask() {
      this.#port?.postMessage(message('ask'));
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail }));
    }

    /** What comes without a port: that the page is there, and how high it is. */
    #heard(event) {
      if (!this.#frame || event.source !== this.#frame.contentWindow || event.origin !== this.#origin) return;
      const said = read(event.data);
      if (said?.kind === 'ready') this.#greet();
      if (said?.kind === 'height' && Number.isInteger(said.height) && said.height >= 0 && said.height < 1e6) {
        this.#frame.style.setProperty('--common-ground-height', `${said.height}px`);
        this.#tell('height', { height: said.height });
      }
      if (said?.kind === 'error') this.#tell('error', { code: String(said.code), about: String(said.about) });
    }

    /** The page is there, or there again after it was loaded anew: hands it a port. */
    #greet() {
      this.#port?.close();
      this.#greeted = false;
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = ({ data }) => this.#told(port1, data);
      // Heard right after the greeting, so that nobody begins something else here in the meantime.
      if (this.#storage) port1.postMessage(message('loading'));
      const target = this.#origin === 'null' ? '*' : this.#origin;
      this.#frame.contentWindow.postMessage(message('hello'), target, [port2]);
    }

    #told(port, data) {
      const said = read(data);
      if (!said) return this.#tell('error', { code: 'unreadable', about: 'the page said something that cannot be read' });
      const { format, version, kind, ...detail } = said;
      if (kind === 'welcome') {
        this.#greeted = true;
        this.#tell('ready', detail);
        this.#load();
      } else if (kind === 'load') {
        this.#load();
      } else if (kind === 'save') {
        this.#save({ port, ...detail });
      } else if (kind === 'results') {
        this.#tell('results', detail.results);
      } else if (['changed', 'declined', 'error'].includes(kind)) {
        this.#tell(kind, detail);
      }
    }

    /** Fetches what is kept. Of several attempts the last one counts. */
    async #load() {
      const port = this.#port;
      if (!this.#storage || !port) return;
      const attempt = ++this.#attempt;
      const counts = () => attempt === this.#attempt && port === this.#port;
      port.postMessage(message('loading'));
      try {
        const kept = await this.#storage.load();
        const assessment = typeof kept === 'string' ? JSON.parse(kept) : (kept ?? null);
        if (counts()) port.postMessage(message('load', { assessment }));
      } catch (error) {
        if (!counts()) return;
        const about = String(error?.message ?? error ?? '');
        port.postMessage(message('failed', { why: about.slice(0, REASON) }));
        this.#tell('error', { code: 'load', about });
      }
    }

    /** One save at a time, and of those that wait the last one: it holds everything, and its answer counts for all before. */
    async #save(save) {
      this.#waiting = save;
      if (this.#saving) return;
      this.#saving = true;
      while (this.#waiting) {
        const { port, stamp, assessment } = this.#waiting;
        this.#waiting = null;
        try {
          if (!this.#storage) throw new Error('nobody keeps it any more');
          await this.#storage.save(assessment);
          port.postMessage(message('saved', { stamp }));
        } catch (error) {
          const why = String(error?.message ?? error ?? '').slice(0, REASON);
          port.postMessage(message('refused', { stamp, why }));
        }
      }
      this.#saving = false;
    }
  }

  if (!customElements.get('common-ground')) customElements.define('common-ground', CommonGround);
})();
