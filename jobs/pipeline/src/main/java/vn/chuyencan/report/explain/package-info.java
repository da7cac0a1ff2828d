/**
 * One learner's decision as a learner reads it: one model ({@link Explanation}), which {@link
 * Explainer} makes of a decision and what it rests on, and a renderer for each {@link
 * ExplanationFormat}. All words stand in {@code explanation_vi} and {@code explanation_en}.
 */
package vn.chuyencan.report.explain;
