//! What encrypts: the same library as the office's, since an HTTP client chooses none by itself.

/// Lets HTTP clients be made. May be said as often as one likes.
pub fn allow() {
    // It was allowed before, which is as well.
    let _ = rustls::crypto::ring::default_provider().install_default();
}
