vocabulary! {
    /// States.
    pub self_ = "self" {
        /// A state.
        Free = -3,
        /// A state.
        OutOfService = "out of service" = 0,
        /// A state.
        new_ = "new" = 1,
        /// A state.
        r#type = 2,
    }
}

vocabulary! {
    /// States.
    pub self_ = "self" {
        /// A state.
        Free,
        /// A state.
        OutOfService = "out of service",
        /// A state.
        new_ = "new",
        /// A state.
        r#type,
    }
}
