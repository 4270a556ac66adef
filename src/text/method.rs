//! The words of the page "Method": how every figure is made, what is a proposal, the sources, privacy and version.
//!
//! Thresholds that live in the code are not written here: a [`Slot`] marks where the page fills them in from the rules.

/// A section of the page.
pub struct Section {
    /// What links lead to; never changed once released.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// What stands in it, in order.
    pub blocks: &'static [Block],
}

/// A part of a section.
pub enum Block {
    /// A paragraph.
    Text(&'static str),
    /// A formula, set apart, with what its letters mean.
    Formula {
        /// The formula.
        is: &'static str,
        /// What its letters mean, and where it has no value.
        reads: &'static str,
    },
    /// Terms and what they mean.
    Terms(&'static [(&'static str, &'static str)]),
    /// A list of points.
    Points(&'static [&'static str]),
    /// A table: the head, then the rows.
    Table {
        /// The heads of the columns.
        head: &'static [&'static str],
        /// The rows, each as long as the head and opened by its own head.
        rows: &'static [&'static [&'static str]],
    },
    /// Sources with their addresses: (citation, address or "").
    Sources(&'static [(&'static str, &'static str)]),
    /// The threshold of a criterion, filled in from the code so that the page cannot drift from it: a key of Slot.
    Slot(Slot),
    /// The catalogues that are here.
    Catalogues,
}

/// A place that the program fills from its own rules.
pub enum Slot {
    /// The gates of maturity, with the practices and levels each needs.
    Gates,
    /// The rungs of the outlook, with their criteria and thresholds.
    Rungs,
    /// The zones of importance against delivery, with their rules.
    Zones,
    /// The scales, with the words of every step.
    Scales,
    /// From how many answers on what is shown, and what counts as far apart.
    Voices,
    /// The version of the program, of the catalogue and of the formats of file and link.
    Version,
}

/// The sections in order.
pub const SECTIONS: &[Section] = &[
    Section {
        id: "answers",
        title: "What is asked",
        blocks: &[
            Block::Text(
                "There are two sides: the organisation, which gives money, people and patience, and the members, who \
                 give their time. Each side rates the same expectations for itself.",
            ),
            Block::Text(
                "Every scale runs from 0 to 4, and every step has its own words. You can also say “don’t know”. \
                 That and a question not answered yet are counted apart on the screen. For the figures, both are \
                 unknown.",
            ),
            Block::Terms(&[
                ("Importance", "How much a side wants an expectation. One answer for each."),
                (
                    "Delivered",
                    "How much of an expectation has reached a side. Not asked while planning; answers already there still \
                     count.",
                ),
                ("Worth it", "One answer per side: is what you get worth what you put in?"),
                ("Contribution", "What a side puts in: funding, resources, people, participation and time."),
                ("Practice", "How far each of ten practices has come. Answered once, by whoever keeps the assessment."),
            ]),
            Block::Slot(Slot::Scales),
            Block::Text(
                "Who usually holds an expectation, and whether the community began at the top or among its members, \
                 never enters a figure.",
            ),
        ],
    },
    Section {
        id: "voices",
        title: "Whose answers count",
        blocks: &[
            Block::Text(
                "Whoever keeps the assessment answers for both sides: an estimate. People can also reply for \
                 themselves, each for one side.",
            ),
            Block::Text(
                "Answers come in groups: importance, delivered, worth it, contributions. A group of a side is heard \
                 once enough replies of that side give a step in it: one from the organisation and five from the \
                 members, unless you set it otherwise. The members’ minimum cannot go below three here, nor be \
                 lowered once a reply is in. Below the minimum, nothing is shown that single replies could be read \
                 from.",
            ),
            Block::Formula {
                is: "answer of a heard side = median of the steps given",
                reads: "The middle one in order; with an even count the mean of the middle two, so halves occur. \
                        Unknown where fewer steps are given than the minimum, or than three if that is less.",
            },
            Block::Text(
                "Any other group is the estimate’s, and of two replies with the same id the newer counts. Estimate \
                 and replies are never mixed in a group; a figure that draws on both says so. A side counts as heard \
                 when its importance is. If replies are left out of a link, the medians of the heard groups stand for \
                 them.",
            ),
            Block::Text(
                "A snapshot or a change of phase can open a new round: the replies move into the snapshot, and both \
                 sides start unheard. Last time’s figures are shown and enter nothing.",
            ),
        ],
    },
    Section {
        id: "overlap",
        title: "Overlap: the picture is the number",
        blocks: &[
            Block::Text("Of all that either side wants, how much do both want?"),
            Block::Formula {
                is: "J = X ÷ U = Σ min(o, m) ÷ Σ max(o, m)",
                reads: "J: the overlap. o and m: the importance of an expectation to the organisation and to the members. Σ: \
                        added up over all expectations. X: what both want. U: what either wants. This is the weighted \
                        Jaccard index, or Ruzicka’s. No value where U is 0.",
            },
            Block::Formula {
                is: "coverage = X ÷ So and X ÷ Sm",
                reads: "So = Σ o and Sm = Σ m: all that one side wants. Coverage is the part of it that the other \
                        side wants too, so it tells who stands alone. No value where the sum is 0.",
            },
            Block::Text(
                "A side wants an expectation from the step “important” upwards. It is wanted by both (shared), by one \
                 side only or by neither; it is open while an importance is unknown.",
            ),
            Block::Text(
                "In the picture, the circles have the areas So and Sm, and the lens where they meet has the area X. \
                 So the lens is J of the whole area, and of each circle the coverage of that side. Drawing and \
                 figures cannot disagree.",
            ),
            Block::Formula {
                is: "X = r₁² acos((d² + r₁² − r₂²) ÷ 2dr₁) + r₂² acos((d² + r₂² − r₁²) ÷ 2dr₂) − ½ √((−d + r₁ + r₂)(d \
                     + r₁ − r₂)(d − r₁ + r₂)(d + r₁ + r₂))",
                reads: "r₁ = √(So ÷ π) and r₂ = √(Sm ÷ π): the radii. d: the distance between the centres. The lens \
                        shrinks as d grows, so halving the interval finds the d that fits. Where X is 0, the circles \
                        stand apart; where X is the smaller area, that circle lies inside the other.",
            },
            Block::Text(
                "With unknown answers the picture shows the expectations known on both sides, says how many, and has the \
                 range of J beside it. A side without answers is a dashed circle.",
            ),
            Block::Text("An example with six expectations:"),
            Block::Table {
                head: &["Expectation", "1", "2", "3", "4", "5", "6", "Sum"],
                rows: &[
                    &["Organisation, o", "4", "4", "3", "2", "1", "2", "So 16"],
                    &["Members, m", "2", "3", "2", "4", "4", "4", "Sm 19"],
                    &["The smaller", "2", "3", "2", "2", "1", "2", "X 12"],
                    &["The larger", "4", "4", "3", "4", "4", "4", "U 23"],
                ],
            },
            Block::Table {
                head: &["Figure", "Value"],
                rows: &[
                    &["Overlap J", "12 ÷ 23 = 0.5217, shown as 52\u{202f}%"],
                    &["Coverage", "12 ÷ 16 = 75\u{202f}% and 12 ÷ 19 = 63\u{202f}%"],
                    &["Profile", "0.6809, shown as 68\u{202f}%"],
                    &["Beyond chance A", "(12 − 14) ÷ (16 − 14) = −1"],
                    &["Shared of wanted W", "1 ÷ 6 = 17\u{202f}%"],
                ],
            },
            Block::Text(
                "Half of the weight is common, yet only number 2 matters to both, and no other order of these ratings \
                 would share less. One figure is not enough.",
            ),
        ],
    },
    Section {
        id: "other-overlaps",
        title: "Overlap, seen in other ways",
        blocks: &[
            Block::Text(
                "Generous ratings that have nothing to do with each other easily reach half. These figures help to \
                 see that.",
            ),
            Block::Formula {
                is: "profile = Σ min(o ÷ So, m ÷ Sm)",
                reads: "The same priorities, whatever the generosity: each side’s ratings are first divided by their \
                        sum.",
            },
            Block::Formula {
                is: "A = (X − E) ÷ (M − E), E = (1 ÷ n) Σᵢ Σⱼ min(oᵢ, mⱼ)",
                reads: "A: beyond chance. E: the X to expect if one side’s ratings fell on the n expectations by lot. M: the \
                        largest X they allow, with both lists sorted. 1 is the best possible, 0 is luck, below 0 the \
                        priorities are opposed. No value where M = E: the ratings do not tell the expectations apart. Never \
                        shown as a percentage.",
            },
            Block::Formula {
                is: "W = expectations wanted by both ÷ expectations wanted by either",
                reads: "Shared of wanted. No value where none is wanted.",
            },
            Block::Text(
                "Each side may pick its top three. In a heard side they earn 3, 2 and 1 points per reply; ties go by \
                 median importance, then by catalogue order. The lists decide nothing.",
            ),
            Block::Text(
                "“Same priorities, different strength” appears where the profile is at least 0.8 and J at most 0.5. \
                 “Both give everything the same modest weight; nothing matters to both yet” appears where J is at \
                 least 0.5 and no expectation is shared.",
            ),
        ],
    },
    Section {
        id: "delivered",
        title: "What is delivered",
        blocks: &[
            Block::Text(
                "Overlap is a promise. It counts as delivered to both only as far as the side that got less of it \
                 says.",
            ),
            Block::Formula {
                is: "R = Σ (min(o, m) · min(dO, dM) ÷ 4) ÷ U",
                reads: "R: the delivered overlap. dO and dM: how much of an expectation each side says is delivered. R is \
                        never larger than J.",
            },
            Block::Formula {
                is: "K = R ÷ J",
                reads: "K: how much of the common ground is delivered. The lens is filled up to it. No value where J \
                        is 0.",
            },
            Block::Formula {
                is: "V = Σ w·d ÷ (4 Σ w)",
                reads: "V: what a side gets back, of what it wants. w and d: that side’s own \
                        importance and delivered. No value where Σ w is 0.",
            },
            Block::Text(
                "For each side an expectation also falls into a zone, by how far delivery stays behind importance. The first \
                 rule that fits counts. No zone where either is unknown.",
            ),
            Block::Slot(Slot::Zones),
            Block::Text("The zones are fixed: lines through averages would move one whenever another changes."),
        ],
    },
    Section {
        id: "exchange",
        title: "What goes in, what comes back",
        blocks: &[
            Block::Text(
                "The hours of one side and the money of the other cannot be weighed against each other. So each is \
                 asked: is what you get worth what you put in? While planning: would it be worth it? From the step \
                 “yes” upwards it counts as worth it.",
            ),
            Block::Terms(&[
                ("Sustaining", "Worth it for both."),
                ("Extraction", "Worth it for the organisation only. Members may drift away."),
                ("Club", "Worth it for the members only. Support may be withdrawn."),
                ("Drifting", "Worth it for neither."),
            ]),
            Block::Text(
                "While an answer is unknown, every kind that is still possible is named. The sides are never \
                 averaged: a gain on one cannot make up for a loss on the other.",
            ),
            Block::Formula {
                is: "contribution = (funding + resources + people + participation + time) ÷ 20",
                reads: "The mean of a side’s five answers, as a share of the highest step. It stands in tables only \
                        and enters no rung of the outlook. Amounts are never scored.",
            },
        ],
    },
    Section {
        id: "maturity",
        title: "Practices and gates",
        blocks: &[
            Block::Text("The profile of the ten practices comes first; a gate is a reading of it."),
            Block::Text(
                "A gate is met when each practice it names has reached its level. One known to be below blocks it and \
                 is named. If none blocks and some are unknown, so is the gate.",
            ),
            Block::Slot(Slot::Gates),
            Block::Text(
                "While planning, the outlook asks for the first gate, later for the second. Only its top rung asks \
                 for the other two. Not every community must climb: one that keeps solving its members’ problems may \
                 be mature enough (Milton 2012).",
            ),
        ],
    },
    Section {
        id: "unknown",
        title: "What is not known yet",
        blocks: &[
            Block::Text(
                "No unknown answer is filled in: a middle value would look like an answer and hide the question to \
                 ask.",
            ),
            Block::Text(
                "Each figure is a range over all that the unknown answers could be: anything from 0 to 4, since a \
                 median may fall between two steps. The range is exact: no such answer leads outside it, and some \
                 answer reaches each end. Ends closer than a billionth are one value; comparisons with a threshold \
                 allow as much.",
            ),
            Block::Text(
                "For V and contribution the ends follow directly. J is harder: a higher importance can raise it \
                 or lower it. At its top, one unknown takes the step of the known, and two take 4. At its bottom, two \
                 unknown take 0 and 4, and one unknown takes 0 or 4. Which of them is found by Dinkelbach’s \
                 iteration:",
            ),
            Block::Formula {
                is: "λ := Σ a ÷ Σ b, with the pair of smallest a − λb for each expectation",
                reads: "a and b: what a pair of answers adds above and below the line of the fraction. Repeated until \
                        λ stays the same, this ends at the lowest value; with the largest a − λb, at the highest. \
                        Coverage, R, K and W are found likewise.",
            },
            Block::Points(&[
                "Profile and A wait until every importance is known.",
                "Where a denominator may be 0, the range covers the answers for which the figure is defined.",
                "Nothing is claimed about a side that said nothing. Without any importance from it there is no J, \
                 coverage, profile, W, R or K, nor its V. Without any delivered, no R or K, nor its V. \
                 Without any contribution answer, no contribution.",
            ]),
        ],
    },
    Section {
        id: "outlook",
        title: "Outlook",
        blocks: &[
            Block::Text(
                "The outlook is a ladder. It is the highest rung whose criteria all hold, together with those of \
                 every rung below. The weakest point decides; nothing is averaged.",
            ),
            Block::Slot(Slot::Rungs),
            Block::Text(
                "A criterion is open where the range of its figure reaches both sides of the threshold, or where \
                 there is no figure. Then the outlook is a range of two rungs: the lower takes every open criterion \
                 as failed, the higher as met.",
            ),
            Block::Text(
                "Next come the questions that could decide the first open criterion, led by the one that leaves the \
                 narrowest range in the worst case. While a side is not heard, the heading says “as one person sees \
                 it”.",
            ),
            Block::Text(
                "This is a reading of the answers, not a forecast. It cannot know how long your community will last.",
            ),
        ],
    },
    Section {
        id: "numbers",
        title: "How numbers are shown",
        blocks: &[Block::Points(&[
            "Percentages are whole, with a count beside an index: “5 of 12 expectations matter to both, \
                 52\u{202f}% overlap”.",
            "A range reads 41–63\u{202f}%. It reads “about 52\u{202f}%” where both ends round alike. Where there \
                 is no value you see “–”.",
            "Rounding never crosses a threshold in use: just below a half is 49.7\u{202f}%, not 50\u{202f}%.",
            "More than nothing is never 0\u{202f}%, and less than all is never 100\u{202f}%.",
            "There is no single health score, no grade and no average of the two sides.",
            "The results you get from the command line are not rounded.",
        ])],
    },
    Section {
        id: "many",
        title: "Where people differ",
        blocks: &[
            Block::Text(
                "What follows is computed from replies only, never from an estimate, and only where a side is heard. A \
                 question whose answers are fewer than the minimum, or than two, shows no spread and no agreement. A \
                 summary that came with a link has medians only.",
            ),
            Block::Formula {
                is: "agreement = 1 + Σ p · log₂(1 − |k − μ| ÷ 4)",
                reads: "Over the steps k that were chosen, p being the share of answers at each and μ their mean \
                        (Tastle & Wierman). 1 where all say the same, 0 where half stand at each end. Answers spread \
                        evenly give 0.43, so do not read 50 % as half agreeing.",
            },
            Block::Formula {
                is: "Cliff’s δ = (pairs where the organisation rates higher − pairs where members do) ÷ all pairs",
                reads: "Over every answer of one side paired with every answer of the other, from five answers a side \
                        on. The words for its size are a convention of statistics (Romano and others).",
            },
            Block::Formula {
                is: "size of a topic = largest of (1 − agreement of either side, steps apart ÷ 4) × larger median ÷ 4",
                reads: "What to talk about first: where people differ most and it matters to them. The largest of the \
                        three says who differs.",
            },
            Block::Text(
                "If invitations ask what the other side wants, each side’s guess is held against what the other says. \
                 Agreeing and expecting to is one thing; agreeing and expecting a conflict costs nothing but a \
                 conversation; differing and not knowing it is the most dangerous (McLeod & Chaffee). An estimate \
                 that was far off is shown the same way.",
            ),
            Block::Slot(Slot::Voices),
            Block::Text(
                "No arithmetic can hide everything. Whoever compares a spread before and after one more reply can tell \
                 what that reply says, and if everybody chose the same step, each of them did.",
            ),
        ],
    },
    Section {
        id: "next",
        title: "What comes next",
        blocks: &[
            Block::Text(
                "An action is proposed only where its weakness is certain: a figure must be weak over its whole range. \
                 What is not known is asked, not advised on. At most three stand there at a time; setting one aside \
                 shows the next.",
            ),
            Block::Text(
                "First come actions against whatever keeps the community off the next rung. Among them, the one counts \
                 most whose single step would move the blocking figure furthest. That gain is computed exactly, by the \
                 same code, with one answer moved by one step and everything else as it is. It says what would have to \
                 become true, not which answer to change.",
            ),
            Block::Text(
                "The same is told for every expectation, one step up or down, and for each criterion that keeps the \
                 community off the next rung: there only steps up stand, at most three, the largest gain first. Where \
                 no single step moves the figure, the same step for both sides is tried.",
            ),
            Block::Text(
                "A bridge is offered where its two ends stand on the two sides alone. The four that come with this page \
                 are proposals of this project; nobody has tested them. Where an action says the same, one of the two in \
                 the plan stands for both.",
            ),
        ],
    },
    Section {
        id: "time",
        title: "Over time",
        blocks: &[
            Block::Text(
                "A snapshot keeps the answers of a day. A new round keeps them too and sets the replies aside, so that \
                 both sides count as not heard until new ones come in.",
            ),
            Block::Text(
                "A figure has gone up or down only if its two ranges do not touch and at least one of the answers it is \
                 made of moved by a step or more, and never between what was heard and an estimate. Otherwise there \
                 is no clear change. Two states are compared over the \
                 expectations that both asked; who was heard is decided in each state with all that was asked in it.",
            ),
            Block::Text(
                "An answer that was unknown in either state has not moved, since nothing says from where. A change of \
                 phase brings other gates, so the outlook may fall though no answer did.",
            ),
        ],
    },
    Section {
        id: "portfolio",
        title: "Many communities side by side",
        blocks: &[
            Block::Text(
                "The map has the overlap from left to right, and upwards how many of the ten practices are at 2 or above. \
                 What is not known is drawn as a range; a community without an overlap is in the table only. The figures \
                 are those of each community’s own results. None is averaged or ranked.",
            ),
            Block::Text(
                "Communities that asked different expectations are not measured by the same yardstick. Compare each with \
                 its own past first. Where you compare two all the same, every figure is computed over the expectations \
                 that both ask about, and is called higher by the rule of “Over time”. An expectation of somebody’s own is \
                 the same where its words are. What two catalogues ask is not compared.",
            ),
        ],
    },
    Section {
        id: "reports",
        title: "Reports",
        blocks: &[
            Block::Text(
                "The report on paper, as text, as a table and as pictures says what the screens say, rounded the same way. \
                 The file for programs has every figure in full. The command line writes all but paper and PNG.",
            ),
            Block::Points(&[
                "No single reply is in any of them; where one person alone was heard, the median is that person’s answer. A spread of answers is shown only where the screen shows it.",
                "Names of people and notes go along only if you say so. The names of those who replied go along once three \
                 of their side did, since the median of fewer shows what one of them said.",
                "What somebody typed stays text: it becomes neither markup nor a formula.",
            ]),
        ],
    },
    Section {
        id: "proposals",
        title: "What is a proposal",
        blocks: &[
            Block::Text(
                "The idea of shared value, the Jaccard index, the lens and comparing importance with delivery come \
                 from others. This project’s own choices are:",
            ),
            Block::Points(&[
                "Every threshold, and the least number of replies.",
                "Steps of a scale count as equally far apart, so 4 weighs twice as much as 2. Strictly, such answers \
                 only have an order; hence whole percentages with counts beside them.",
                "The wording of expectations, scales and practices, and which expectations you start with.",
                "Delivered overlap, common ground delivered, shared of wanted, beyond chance in this form, and the ladder.",
            ]),
            Block::Text(
                "The evidence is thin. This project found no study that measured such an overlap in communities of \
                 practice with an index. One review found 16 frameworks for evaluating them, nine of them applied or \
                 tested in some way (McKellar 2014); another, in health research, screened 1,355 records and kept six \
                 (2023).",
            ),
            Block::Text(
                "The nearest evidence is about employment. In 80 pairs of employer and employee, agreeing on what was \
                 promised went with productivity, career progress and the wish to stay (Dabos & Rousseau 2004). Among \
                 942 employees of 47 organisations it worked through promises being kept (Cioca 2020). To carry this \
                 over is an inference.",
            ),
            Block::Text(
                "Maturity models are blamed for false certainty (Mettler 2011), and answers show only what people \
                 believe. Take a verdict as the start of a conversation.",
            ),
        ],
    },
    Section {
        id: "sources",
        title: "Sources",
        blocks: &[
            Block::Text(
                "A star marks what is cited from memory. Sentences and questions on this page are this project’s own.",
            ),
            Block::Text("The idea and the expectations"),
            Block::Sources(&[
                (
                    "Working KnowledgeCSP: the idea this project started from. Its maturity model is not used.",
                    "https://workingknowledge-csp.com/working-knowledgecsp-community-of-practice-cop-maturity-model/",
                ),
                (
                    "World Bank 2021, shared value of a community",
                    "https://collaboration.worldbank.org/content/sites/collaboration-for-development/en/groups/communities4Dev/blogs.entry.html/2021/03/22/identifying_the_sharedvalueofacommunity-GhWS.html",
                ),
                (
                    "Wenger, Trayner & de Laat 2011: behind the steps of delivered",
                    "https://blogarchive.wenger-trayner.com/2011/12/27/evaluation-framework",
                ),
                (
                    "Millen, Fontaine & Muller 2002",
                    "https://cacm.acm.org/magazines/2002/4/7097-understanding-the-benefit-and-costs-of-communities-of-practice",
                ),
                ("Lesser & Storck 2001", "https://doi.org/10.1147/sj.404.0831"),
                ("Wenger, McDermott & Snyder 2002, Cultivating Communities of Practice *", ""),
            ]),
            Block::Text("The formulas"),
            Block::Sources(&[
                (
                    "Weighted Jaccard distance, 1 − J",
                    "https://search.r-project.org/CRAN/refmans/abdiv/html/ruzicka.html",
                ),
                ("Two circles with a given lens", "https://math.stackexchange.com/questions/2682600"),
                ("Schoener, on percentage similarity: the profile *", ""),
                ("Martilla & James 1977: importance and performance", "https://doi.org/10.1177/002224297704100112"),
                ("Slack 1994: zones", "https://doi.org/10.1108/01443579410056803"),
                ("Dinkelbach 1967, Management Science 13, 492–498 *", ""),
                (
                    "Tastle & Wierman 2007: agreement on ordered answers",
                    "https://creighton.pure.elsevier.com/en/publications/consensus-and-dissention-a-measure-of-ordinal-dispersion",
                ),
                (
                    "Cliff’s δ and the words for its size (Romano and others 2006)",
                    "https://www.rdocumentation.org/packages/effsize/versions/0.6.4/topics/cliff.delta",
                ),
                ("McLeod & Chaffee 1973: how two sides read each other *", ""),
            ]),
            Block::Text("The evidence"),
            Block::Sources(&[
                ("Dabos & Rousseau 2004", "https://doi.org/10.1037/0021-9010.89.1.52"),
                ("Cioca and others 2020, Psychological Contract Mutuality", ""),
                ("McKellar and others 2014", "https://doi.org/10.1007/s10393-014-0958-3"),
                (
                    "Scoping review 2023, Health Research Policy and Systems",
                    "https://doi.org/10.1186/s12961-023-01000-x",
                ),
                ("Mettler 2011, on maturity models", "https://doi.org/10.1504/IJSSS.2011.038934"),
                (
                    "Milton 2012, on being mature enough",
                    "https://www.nickmilton.com/2012/07/cops-how-mature-is-mature-enough.html",
                ),
            ]),
        ],
    },
    Section {
        id: "privacy",
        title: "Privacy",
        blocks: &[
            Block::Text(
                "What you type stays in this browser unless you send it. A page around this one may save your work: then the first \
                 page says so. This page asks only the \
                 web server it came from, only for its own files, and sets no cookies. Whoever runs that server can see \
                 that they were fetched.",
            ),
            Block::Points(&[
                "A link contains the answers. Names of people, notes, single replies and earlier snapshots are in it only \
                 if you say so. Whoever has it can read it; so can the mail or chat service that carries it.",
                "You can lock a link with a pass-phrase (Argon2id, ChaCha20-Poly1305). Without the phrase only its \
                 length shows. A phrase that can be guessed protects nothing.",
                "A reply travels the same way: in a message that its sender writes. It holds no name unless one was \
                 typed, but whoever receives the message sees who sent it.",
                "A link cannot be called back or changed. If you answer on, send a new one.",
                "The answers stand behind the # of the address, which browsers do not send to the web server. Once \
                 read, they leave the address bar and the history entry.",
                "A file is readable text. Treat it like the link.",
                "On this machine nothing is encrypted. Whoever uses the same browser profile or looks after the \
                 machine can read it. So can browser extensions you allowed to, and other pages from the same web \
                 server.",
                "Clearing the site’s data deletes everything, a private window forgets it, and some browsers clean up \
                 unasked. Save what you want to keep as a file.",
            ]),
        ],
    },
    Section {
        id: "catalogues",
        title: "Catalogues",
        blocks: &[
            Block::Text(
                "What is asked, in which words, and what is advised stands in a catalogue. Another one may have other \
                 expectations, other words for the steps, phases and practices, other measures and actions. How \
                 answers are judged is no part of it: every threshold on this page holds for every catalogue.",
            ),
            Block::Text(
                "To make your own, save this one, change it with any text editor, and open the file where you open \
                 files. What is wrong in it is named with its place. A link or file made with it carries its name and \
                 digest. Whoever opens that needs the catalogue’s file too, and is asked for it.",
            ),
            Block::Catalogues,
        ],
    },
    Section {
        id: "version",
        title: "Version",
        blocks: &[
            Block::Text(
                "The same program and catalogue give the same results for the same answers. Files and links name \
                 their format. Every released format stays readable; a newer one is refused with a sentence that says \
                 so.",
            ),
            Block::Slot(Slot::Version),
        ],
    },
];
