/**
 * Files of the package of an online course, measured: slides, reading material, videos (Decision
 * 3784/QĐ-BGDĐT, Part V).
 */
package vn.chuyencan.source.coursepackage;
