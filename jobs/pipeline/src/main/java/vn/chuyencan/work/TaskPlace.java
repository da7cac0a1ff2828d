package vn.chuyencan.work;

import org.apache.hadoop.conf.Configuration;

/**
 * Where a task stands in its job.
 *
 * @param number its input's place in the order of inputs, or the number of its partition
 * @param attempt differs for every attempt of every task of a job, so that files named by it never
 *     meet
 * @param hadoop the settings of file systems; not to be changed
 */
public record TaskPlace(int number, long attempt, Configuration hadoop) {}
