// Starts the one file `common-ground.html`. The build puts this script into it, without these comments; see
// xtask/src/one_file.rs for the whole, xtask/src/packed.rs for how what it unpacks was packed.
(() => {
    'use strict';

    // The page as it was written, from its own elements alone: what an extension has put beside them stays out. A page that
    // was opened as a file cannot fetch itself, and this is what it is written anew from.
    const own = (parent) => Array.from(parent.children, (one) => (one.hasAttribute('data-own') ? one.outerHTML : '')).join('');
    const written = () => {
        const head = own(document.head);
        const body = own(document.body);
        return `\ufeff<!doctype html>\n<html lang="en-GB"><head>${head}</head><body>${body}</body></html>\n`;
    };

    // 15 or 16 bits from each letter; those that a page would change are not among them.
    const bytes = (text) => {
        const found = new Uint8Array(2 * text.length);
        let to = 0;
        let bits = 0;
        let count = 0;
        for (let at = 0; at < text.length; at += 1) {
            const letter = text.charCodeAt(at);
            const number = letter - 1 - (letter > 0x0d ? 1 : 0) - (letter > 0x3c ? 1 : 0) - (letter > 0xdfff ? 0x800 : 0);
            const short = number < 2051;
            bits = short ? (bits << 15) | number : (bits << 16) | (number + 2051);
            count += short ? 15 : 16;
            while (count >= 8) {
                count -= 8;
                found[to] = bits >> count;
                to += 1;
            }
            bits &= (1 << count) - 1;
        }
        return found;
    };

    // LZMA without a header, with lc = 4, lp = 0, pb = 0, so that no state depends on the place. A table of chances holds, for
    // each decision, how likely 0 is, of 2048. The names are those of the 7-Zip specification where it has some.
    const unpacked = (input, size) => {
        const output = new Uint8Array(size);
        const chances = (count) => new Uint16Array(count).fill(1024);
        let next = 5;
        // In an array of their type, since a variable that functions share is boxed anew whenever it leaves 31 bits.
        const now = Uint32Array.of(0xffffffff, (input[1] << 24) | (input[2] << 16) | (input[3] << 8) | input[4]);
        const RANGE = 0, CODE = 1;

        const refill = () => {
            now[RANGE] <<= 8;
            now[CODE] = (now[CODE] << 8) | input[next];
            next += 1;
        };
        const bit = (table, at) => {
            const chance = table[at];
            const bound = (now[RANGE] >>> 11) * chance;
            let found = 0;
            if (now[CODE] < bound) {
                now[RANGE] = bound;
                table[at] = chance + ((2048 - chance) >> 5);
            } else {
                now[RANGE] -= bound;
                now[CODE] -= bound;
                table[at] = chance - (chance >> 5);
                found = 1;
            }
            if (now[RANGE] < 0x1000000) {
                refill();
            }
            return found;
        };
        const tree = (table, from, bits) => {
            let at = 1;
            for (let left = bits; left > 0; left -= 1) {
                at = (at << 1) | bit(table, from + at);
            }
            return at - (1 << bits);
        };
        const reverse = (table, from, bits) => {
            let at = 1;
            let found = 0;
            for (let place = 0; place < bits; place += 1) {
                const one = bit(table, from + at);
                at = (at << 1) | one;
                found |= one << place;
            }
            return found;
        };
        const lengths = () => {
            const choice = chances(2);
            const low = chances(8);
            const middle = chances(8);
            const high = chances(256);
            return () => {
                if (!bit(choice, 0)) {
                    return 2 + tree(low, 0, 3);
                }
                return bit(choice, 1) ? 18 + tree(high, 0, 8) : 10 + tree(middle, 0, 3);
            };
        };

        const literals = chances(16 * 0x300);
        const isMatch = chances(12);
        const isRep = chances(12);
        const isRep0 = chances(12);
        const isRep1 = chances(12);
        const isRep2 = chances(12);
        const isRep0Long = chances(12);
        const slots = chances(4 * 64);
        const special = chances(128);
        const align = chances(16);
        const matchLength = lengths();
        const repLength = lengths();

        const distance = (length) => {
            const slot = tree(slots, 64 * Math.min(length - 2, 3), 6);
            if (slot < 4) {
                return slot;
            }
            let bits = (slot >> 1) - 1;
            const start = (2 | (slot & 1)) << bits;
            if (slot < 14) {
                return start + reverse(special, start - slot, bits);
            }
            let direct = 0;
            for (bits -= 4; bits > 0; bits -= 1) {
                now[RANGE] >>>= 1;
                const one = now[CODE] >= now[RANGE] ? 1 : 0;
                now[CODE] -= one * now[RANGE];
                direct = (direct << 1) | one;
                if (now[RANGE] < 0x1000000) {
                    refill();
                }
            }
            return start + (direct << 4) + reverse(align, 0, 4);
        };

        let to = 0;
        let state = 0;
        let rep0 = 0;
        let rep1 = 0;
        let rep2 = 0;
        let rep3 = 0;
        while (to < size) {
            if (!bit(isMatch, state)) {
                const from = 0x300 * (to > 0 ? output[to - 1] >> 4 : 0);
                let at = 1;
                if (state >= 7) {
                    let match = output[to - rep0 - 1];
                    while (at < 0x100) {
                        const expected = (match >> 7) & 1;
                        match <<= 1;
                        const one = bit(literals, from + ((1 + expected) << 8) + at);
                        at = (at << 1) | one;
                        if (one !== expected) {
                            break;
                        }
                    }
                }
                while (at < 0x100) {
                    at = (at << 1) | bit(literals, from + at);
                }
                output[to] = at;
                to += 1;
                state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
                continue;
            }
            let length = 0;
            if (!bit(isRep, state)) {
                rep3 = rep2;
                rep2 = rep1;
                rep1 = rep0;
                length = matchLength();
                rep0 = distance(length);
                state = state < 7 ? 7 : 10;
            } else {
                if (!bit(isRep0, state)) {
                    length = bit(isRep0Long, state) ? 0 : 1;
                } else {
                    let chosen = rep1;
                    if (bit(isRep1, state)) {
                        chosen = rep2;
                        if (bit(isRep2, state)) {
                            chosen = rep3;
                            rep3 = rep2;
                        }
                        rep2 = rep1;
                    }
                    rep1 = rep0;
                    rep0 = chosen;
                }
                if (length === 0) {
                    length = repLength();
                    state = state < 7 ? 8 : 11;
                } else {
                    state = state < 7 ? 9 : 11;
                }
            }
            for (; length > 0; length -= 1) {
                output[to] = output[to - rep0 - 1];
                to += 1;
            }
        }
        return output;
    };

    // The checksum of RFC 1950.
    const adler = (found) => {
        let one = 1;
        let two = 0;
        for (const byte of found) {
            one = (one + byte) % 65521;
            two = (two + one) % 65521;
        }
        return two * 65536 + one;
    };

    const start = () => {
        const page = written();
        // The same as it lies in a file: UTF-16, the lower byte first, as the memory of every machine that browsers run on.
        window.commonGroundPage = () => Uint16Array.from({ length: page.length }, (_, at) => page.charCodeAt(at));
        const program = document.getElementById('program');
        const [sum, ...sizes] = program.dataset.sizes.split(' ').map(Number);
        const whole = unpacked(bytes(program.textContent), sizes[0] + sizes[1] + sizes[2]);
        if (adler(whole) !== sum) {
            throw new Error('The file is not whole.');
        }
        const text = (from, to) => new TextDecoder().decode(whole.subarray(from, to));
        const put = (tag, content) => {
            const element = document.createElement(tag);
            element.textContent = content;
            document.head.append(element);
        };
        document.getElementById('waiting').remove();
        put('style', text(sizes[0], sizes[0] + sizes[1]));
        // Runs at once, and names what it makes `wasm_bindgen`; the policy knows the hash of every letter of it.
        put('script', text(0, sizes[0]));
        program.remove();
        return wasm_bindgen({ module_or_path: whole.slice(sizes[0] + sizes[1]) });
    };

    // The smallest module there is: where the policy or the browser forbids it, the program is forbidden too. WebKit asks its
    // policy only about what comes as bytes and is started at once.
    const forbidden = async () => {
        try {
            return !(await WebAssembly.instantiate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
        } catch {
            return true;
        }
    };

    // Both are gone once the page stands.
    const say = (words) => {
        const note = document.getElementById('loading');
        const cannot = document.getElementById('no-wasm');
        if (note && cannot) {
            note.textContent = words;
            note.hidden = !words;
            cannot.hidden = !!words;
        }
    };

    const begin = async () => {
        if (await forbidden()) {
            say('');
            return;
        }
        const late = setTimeout(say, 20000, 'This page has not started yet. Load it again, or open it in another browser. Nothing you saved is lost.');
        try {
            await start();
        } catch (error) {
            clearTimeout(late);
            console.error(error);
            say(`This page could not start. Ask for it once more, or try a newer browser. Nothing you saved is lost. (${error})`);
        }
    };

    // This script stands before the program, so that a file that was cut says so. First what can be read already is shown; a
    // tab in the background draws nothing and need not wait for it.
    document.addEventListener('DOMContentLoaded', () => {
        if (document.visibilityState === 'visible') {
            requestAnimationFrame(() => setTimeout(begin));
        } else {
            begin();
        }
    });
})();
