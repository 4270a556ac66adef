//! Describing a community: what is typed, what it leads to, and what is said of what cannot be.

use common_ground::app::view::CommunityField;
use common_ground::assessment::{Community, Date, Edit};
use common_ground::catalogue::Phase;
use common_ground::text::EN;

fn date(text: &str) -> Option<Date> {
    text.parse().ok()
}

#[test]
fn a_size_is_a_whole_number_or_not_given() {
    let read = |typed| CommunityField::Size.read(typed);
    assert_eq!(read(" 40 "), Ok(Edit::Size(Some(40))));
    assert_eq!(read("  "), Ok(Edit::Size(None)));
    for typed in ["about 40", "-1", "4.5", "4294967296"] {
        assert_eq!(read(typed), Err(EN.asking.size_wrong), "{typed}");
    }
}

#[test]
fn it_was_founded_in_a_year_a_month_or_on_a_day() {
    let read = |typed| CommunityField::Founded.read(typed);
    for typed in ["2023", "2023-04", "2023-04-30"] {
        assert_eq!(read(typed), Ok(Edit::Founded(date(typed))), "{typed}");
    }
    assert_eq!(read(""), Ok(Edit::Founded(None)));
    assert_eq!(read("last spring"), Err(EN.asking.founded_wrong));
}

#[test]
fn the_next_review_is_on_a_day() {
    let read = |typed| CommunityField::NextReview.read(typed);
    assert_eq!(read("2027-02-15"), Ok(Edit::NextReview(date("2027-02-15"))));
    assert_eq!(read(""), Ok(Edit::NextReview(None)));
    for typed in ["2027", "2027-02", "soon"] {
        assert_eq!(read(typed), Err(EN.planning.not_a_day), "{typed}");
    }
}

#[test]
fn name_and_purpose_are_kept_as_they_are_typed() {
    assert_eq!(CommunityField::Name.read(" Ärzte "), Ok(Edit::Name(" Ärzte ".into())));
    assert_eq!(CommunityField::Purpose.read(""), Ok(Edit::Purpose(String::new())));
}

#[test]
fn what_stands_in_a_field_is_read_as_what_it_was() {
    let community = Community {
        name: "Data people".into(),
        purpose: "To learn".into(),
        founded: date("2023-04"),
        size: Some(40),
        next_review: date("2027-02-15"),
        ..Community::new(Phase::Launch)
    };
    let check = |field: CommunityField, shown: &str, edit: Edit| {
        assert_eq!(field.value(&community), shown);
        assert_eq!(field.read(shown), Ok(edit));
    };
    check(CommunityField::Name, "Data people", Edit::Name("Data people".into()));
    check(CommunityField::Purpose, "To learn", Edit::Purpose("To learn".into()));
    check(CommunityField::Founded, "2023-04", Edit::Founded(date("2023-04")));
    check(CommunityField::Size, "40", Edit::Size(Some(40)));
    check(CommunityField::NextReview, "2027-02-15", Edit::NextReview(date("2027-02-15")));
}
