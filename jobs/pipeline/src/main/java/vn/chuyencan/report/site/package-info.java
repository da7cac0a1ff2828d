/** The published site: static pages, made of the tables of a publication and of nothing else. */
package vn.chuyencan.report.site;
