//! How a host is called on screen: by the origin that the browser names, never by a name that it gives itself.

/// The most characters of an origin that are shown.
const LONGEST: usize = 120;

/// An origin as a person reads it: without `https://`, which is what one expects; `None` where the browser names none,
/// as for a page in a sandbox or from a file.
///
/// ```
/// # use common_ground::host::origin;
/// assert_eq!(origin("https://intranet.example").as_deref(), Some("intranet.example"));
/// assert_eq!(origin("http://localhost:8080").as_deref(), Some("http://localhost:8080"));
/// assert_eq!(origin("null"), None);
/// ```
pub fn origin(origin: &str) -> Option<String> {
    let named = origin.strip_prefix("https://").unwrap_or(origin);
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-:/[]_".contains(letter);
    // A browser writes foreign letters of a host as xn--…; anything else is no origin.
    let fits = !named.is_empty() && named.len() <= LONGEST && named.chars().all(plain);
    (fits && origin.contains("://") && !origin.starts_with("file:")).then(|| named.to_owned())
}
