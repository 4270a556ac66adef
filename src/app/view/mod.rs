//! View models: what each screen shows, as plain data made from the model. A screen decides nothing.

mod asked;
mod asking;
mod becoming;
mod bridges;
mod catalogues;
mod changes;
mod checklist;
mod collecting;
mod community;
mod compare;
mod compared;
mod delivery;
mod detail;
mod draft;
mod evidence;
mod exchange;
mod explained;
mod frame;
mod handouts;
mod home;
mod inviting;
mod keeping;
mod live;
mod measures;
mod method;
mod next;
mod notice;
mod outlook;
mod paper;
mod picture;
mod plan;
mod portfolio;
mod practices;
mod reply;
mod reply_end;
mod results;
mod share;
mod sides;
mod statement;
mod talk;
mod time;
mod tops;
mod unanswered;
mod voices;
mod words;

pub use asking::{
    BankRow, ChoiceView, ExpectationsView, Heard, ItemCard, Tab, TopView, expectations, meanings, new_own, question,
    steps,
};
pub use becoming::{BecomingView, HurdleRow, becoming};
pub use bridges::{BridgeCard, BridgesView, End, OwnBridge, bridges_of, plan_bridge};
pub use catalogues::{CatalogueRow, WaitingRow, WantedView, catalogues, choice, made_with, waiting, wanted};
pub use changes::{ChangeRow, Changed, ChangesView, MovedRow, StateOption, changes, grouped};
pub use checklist::CheckRow;
pub use collecting::{FoundLine, FoundView, PieceRow, ReplyRow, found, heap_text, piece_text, pieces, replies};
pub use community::{CommunityField, community};
pub use compare::{Choosable, CompareView, EndView, chosen, compare, is_in, pair, toggled};
pub use compared::{ComparedView, CriteriaGroup, CriterionPair, Held, ItemRow, side_heading};
pub use delivery::MatrixView;
pub use detail::{DetailView, LeverRow, StepView, detail};
pub use evidence::{EvidenceField, EvidenceRow, evidence_wrong};
pub use exchange::{ContributionRow, ExchangeView, exchange};
pub use explained::{Explained, Shown};
pub use frame::{FrameView, RailEntry, RailGroup, frame};
pub use handouts::{AlongRow, HandoutRow, HandoutsView, drawn, drawn_map, handouts, has_calendar};
pub use home::{Card, DecisionView, DraftRow, GoneRow, HomeView, Listed, card, decision, home};
pub use inviting::{AskRow, InviteCard, InvitingView, Letters, inviting};
pub use keeping::{HostView, KeepingView, ReminderView, awaited, hosting, keeping, offered, reminder};
pub use live::{Live, NextOpen};
pub use measures::{BankMeasure, MeasureCard, MeasureField, MeasuresView, ShownItem, measures, new_measure};
pub use method::{FilledTable, method_tables};
pub use next::{NextView, Proposed, next};
pub use notice::{NoticeView, notice};
pub use outlook::{CriterionRow, LadderView, QuestionRow, RungRow};
pub use paper::{PaperItem, PaperView, PastView, paper, prints_paper};
pub use picture::{PointView, picture_of};
pub use plan::{ActionField, ActionRow, PlanView, new_action, own_action, plan, plan_review};
pub use portfolio::{
    Column, Order, PortfolioRow, PortfolioView, Sorting, found_rows, portfolio, portfolio_map, sorted,
};
pub use practices::{GateRow, GateView, PracticeRow, PracticesView, practices};
pub use reply::{Asked, Opening, ReplyBody, ReplyEnd, ReplyItem, ReplyPledge, ReplyView, ReplyWorth, Said, reply};
pub use results::{ResultsView, Says, Sentence, results};
pub use share::{
    CarryRow, GuestView, Leads, ShareView, carries, code, guest, is_locked, leads, named_link, sealed, share,
    share_mail, survives,
};
pub use sides::{Fly, PledgeRow};
pub use statement::{OfferView, StatementField, StatementView, draft_edit, statement};
pub use talk::{
    AnswersRow, AnswersTable, Named, ReadingKind, ReadingsView, SurpriseRow, TalkView, TopicList, TopicRow,
};
pub use time::{LastTime, SnapshotRow, TREND_COLUMNS, TimeView, TrendRow, TrendView, time, trends};
pub use tops::TopList;
pub use unanswered::{UnansweredRow, UnansweredView, unanswered};
pub use voices::{VoicesView, voices};
pub use words::{mailto, side as side_word, within};

pub use crate::report::drawing::every::{EveryGroup, EveryRow, EveryView};
pub use crate::report::planned::Bridge;
