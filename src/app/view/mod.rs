//! View models: what each screen shows, as plain data made from the model. A screen decides nothing.

mod asking;
mod exchange;
mod explained;
mod frame;
mod home;
mod live;
mod method;
mod notice;
mod outlook;
mod picture;
mod practices;
mod results;
mod share;
mod words;

pub use asking::{question, steps, BankRow, ChoiceView, ExpectationsView, ItemCard, Tab, TopView, expectations};
pub use exchange::{ContributionRow, ExchangeView, exchange};
pub use explained::{Explained, Shown};
pub use frame::{FrameView, RailEntry, RailGroup, frame};
pub use home::{Card, DecisionView, GoneRow, HomeView, decision, home};
pub use live::{Live, NextOpen};
pub use method::{FilledTable, method_tables};
pub use notice::{NoticeView, notice};
pub use outlook::{Bar, CriterionRow, Hue, LadderView, QuestionRow, RungRow, RungState};
pub use picture::{PointView, picture_of};
pub use practices::{GateRow, GateView, PracticeRow, PracticesView, practices};
pub use results::{
    EveryGroup, EveryRow, EveryView, Fly, MatrixView, PledgeRow, ProfileRow, ResultsView, Sentence, TopList, results,
};
pub use share::{GuestView, ShareView, guest, share};
