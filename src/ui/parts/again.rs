//! Choosing an answer, and taking it back by choosing it again.

use std::cell::Cell;
use std::rc::Rc;

use crate::ui::markup::{El, untracked};

/// Within this time after it was chosen, in milliseconds, choosing again is the second half of a double click, and
/// takes nothing back: half a second is what desktop systems allow for one.
const DOUBLE: f64 = 500.0;

/// A native radio button whose `choose` hears at each click whether it was chosen already, and so is taken back.
pub fn again(radio: El, chosen: impl Fn() -> bool + 'static, choose: impl Fn(bool) + 'static) -> El {
    again_boxed(radio, Box::new(chosen), Rc::new(choose))
}

fn again_boxed(radio: El, chosen: Box<dyn Fn() -> bool>, choose: Rc<dyn Fn(bool)>) -> El {
    let since = Cell::new(f64::NEG_INFINITY);
    radio.on("click", move |event| {
        let again = untracked(&chosen);
        if again && event.time_stamp() - since.get() < DOUBLE {
            return;
        }
        since.set(if again { f64::NEG_INFINITY } else { event.time_stamp() });
        choose(again);
    })
}
