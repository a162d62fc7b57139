// All values of the button's props, in display order.
export const TEXTS = ["signin_with", "signup_with", "continue_with", "signin"] as const
export const THEMES = ["filled", "outline", "neutral"] as const
export const SIZES = ["large", "medium", "small"] as const
export const SHAPES = ["rectangular", "pill", "square", "circle"] as const
