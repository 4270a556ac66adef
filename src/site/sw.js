// Serves the page without a network, after the first visit. The build puts the version and the files into it; see
// xtask/src/offline.rs.
//
// A version is all files of the site. It is fetched as a whole, each file checked against its hash, so that half of an old
// version and half of a new one never meet. The first page alone has no hash, since whoever publishes it may add to its
// head; it must name the program of this version. Then the version waits until every tab of the old one is closed, or until a person lets it in
// (`take over`). Nothing here loads a page again. The files that do not carry their hash in their name are the first page
// and what belongs to an installed page: they come from the version that is in use.

const VERSION = 'version';
// What the first page names.
const PROGRAM = 'program';
// Fetched with the version: name and hash.
const FILES = [];
// Fetched when first asked for.
const LATER = [];

const scope = self.registration.scope;
// All of ours, in this folder: a neighbour of the origin has a scope of its own.
const family = `common-ground ${scope} `;
const name = family + VERSION;

const address = (file) => new URL(file, scope).href;
// What the cache of the version in use holds, and no other one.
const USED = address('in-use');
const hashes = new Map([...FILES, ...LATER].map(([file, hash]) => [address(file), hash]));

// Fetches a file and puts it into the cache, unless it is another one than this version's.
const keep = async (cache, url) => {
    const ask = async (mode) => {
        const response = await fetch(url, { integrity: hashes.get(url), cache: mode, credentials: 'same-origin' });
        const fits = url !== scope || (await response.clone().text()).includes(PROGRAM);
        if (!response.ok || response.redirected || !fits) {
            throw new Error(`${url} is not that of this version`);
        }
        return response;
    };
    // What the page has just loaded need not travel twice; where the browser holds an older one, the server is asked.
    const response = await ask('default').catch(() => ask('reload'));
    await cache.put(url, response.clone());
    return response;
};

// The address of a file without what stands behind `?` and `#`; the first page has one address.
const plain = (url) => {
    const bare = url.split(/[?#]/)[0];
    return bare === address('index.html') ? scope : bare;
};

const answer = async (request, url) => {
    const cache = await caches.open(name);
    const kept = await cache.match(url);
    if (kept) {
        return kept;
    }
    if (hashes.has(url)) {
        // Without a network, or where the site is of another version already, the browser's own answer.
        return keep(cache, url).catch(() => fetch(request));
    }
    // A tab of the version before asks for a part of its own; its name carries its hash.
    return (await caches.match(url)) || fetch(request);
};

self.addEventListener('install', (event) => {
    const all = async () => {
        const cache = await caches.open(name);
        await Promise.all(FILES.map(([file]) => keep(cache, address(file))));
    };
    event.waitUntil(all());
});

self.addEventListener('activate', (event) => {
    const clean = async () => {
        // The version that was in use stays for tabs that still show it. Those before it go, and those that nobody has used:
        // fetched by half, or replaced while they waited. A version from before this was noted is the latest of them.
        const older = (await caches.keys()).filter((one) => one.startsWith(family) && one !== name);
        const used = await Promise.all(older.map(async (one) => (await caches.open(one)).delete(USED)));
        const stays = used.includes(true) ? used.indexOf(true) : older.length - 1;
        await Promise.all(older.filter((_, at) => at !== stays).map((one) => caches.delete(one)));
        await (await caches.open(name)).put(USED, new Response());
        await self.clients.claim();
    };
    event.waitUntil(clean());
});

self.addEventListener('message', (event) => {
    if (event.data === 'take over') {
        self.skipWaiting();
    }
});

self.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = plain(request.url);
    const ours = hashes.has(url) || url.startsWith(address('common-ground-'));
    if (request.method === 'GET' && ours) {
        event.respondWith(answer(request, url));
    }
});
