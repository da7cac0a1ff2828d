/**
 * The lists that follow from the decisions of a course run: whom to give certificates, who is not
 * eligible and why, what a person must decide, what data is missing. They name people, because they
 * are made to be signed; nothing else that is published does.
 */
package vn.chuyencan.report.lists;
