/** Who does the tasks of a job: threads of this process, or Spark's executors. */
package vn.chuyencan.work;
