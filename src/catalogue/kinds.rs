//! The closed lists that the rules speak of: phases, origins, holders, contributions, practices.

/// Writes an enum of unit variants with the list of them; and where they are in files and results, with their names
/// there, so that the list, the names and the way back agree.
macro_rules! keyed {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: [Self; [$(Self::$variant),+].len()] = [$(Self::$variant),+];

            /// Its place in the list, counted from 0.
            pub const fn index(self) -> usize {
                self as usize
            }
        }
    };
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $key:literal,)+ }) => {
        $crate::catalogue::kinds::keyed! { $(#[$meta])* $name { $($(#[$doc])* $variant,)+ } }

        impl $name {
            /// The name in files.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// The one with this name in files.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.key() == key)
            }
        }
    };
}

pub(crate) use keyed;

keyed! {
    /// Where a community stands in its life.
    Phase {
        /// Being planned; *delivered* is not asked yet.
        Plan = "plan",
        /// Being launched.
        Launch = "launch",
        /// Up and running.
        Sustain = "sustain",
    }
}

keyed! {
    /// Who started it. It is recorded and never scored.
    Origin {
        /// The organisation.
        TopDown = "top_down",
        /// The members.
        BottomUp = "bottom_up",
        /// Both together.
        Both = "both",
    }
}

keyed! {
    /// Who usually holds an expectation. It never enters a score.
    Holder {
        /// The organisation.
        Organisation = "organisation",
        /// The members.
        Members = "members",
        /// Either.
        Both = "both",
    }
}

keyed! {
    /// What a side puts in.
    Contribution {
        /// Money.
        Funding = "funding",
        /// Platform, space, material.
        Resources = "resources",
        /// Leaders, facilitators, core group.
        People = "people",
        /// Turning up, answering, writing.
        Participation = "participation",
        /// Hours.
        Time = "time",
    }
}

keyed! {
    /// The ten practices of a value proposition. The gates of maturity speak of these ten, so the list is closed.
    Practice {
        /// Developed with both sides.
        Vp1 = "VP1",
        /// Defined: for whom, gain, cost.
        Vp2 = "VP2",
        /// People can say what it is for.
        Vp3 = "VP3",
        /// Adapted: reviewed at each change of phase.
        Vp4 = "VP4",
        /// A value statement.
        Vp5 = "VP5",
        /// Forward-looking measures that steer the work.
        Vp6 = "VP6",
        /// Embedded in strategy and operations.
        Vp7 = "VP7",
        /// The organisation reaches out to the community.
        Vp8 = "VP8",
        /// Sponsor, licence and agreed resources.
        Vp9 = "VP9",
        /// Leader and core group.
        Vp10 = "VP10",
    }
}
