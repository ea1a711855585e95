// The optimiser would rewrite `light-dark()` for older browsers in a way that a page inside a page cannot follow.
export default { plugins: { '@tailwindcss/postcss': { optimize: false } } }
