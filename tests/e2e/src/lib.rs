//! The page driven as a person would: real Chromium through WebDriver.
