package vn.chuyencan.decide;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import vn.chuyencan.table.RowShape;

/**
 * Another reading of measures that are there already. A policy that compares several readings of
 * one number finds only this one, so its decision is what this reading alone would give.
 */
public enum MeasureVariation {
  /** As measured. */
  NONE {
    @Override
    void change(Object[] row) {
      // Nothing.
    }
  },

  /** Time by the session gap that was measured with, without the band (FC-X.2). */
  TIME_ALONE {
    @Override
    void change(Object[] row) {
      for (String gap : List.of("minutes_15", "minutes_30", "minutes_60")) {
        copy(row, "minutes", gap);
      }
    }
  },

  /** The mean by exercise, without the pooled one (FC-X.9). */
  MACRO_ALONE {
    @Override
    void change(Object[] row) {
      AVERAGES.forEach(average -> copy(row, average + "_macro", average + "_pooled"));
    }
  },

  /** The mean of all attempts instead of that by exercise (FC-X.9). */
  POOLED_ALONE {
    @Override
    void change(Object[] row) {
      AVERAGES.forEach(average -> copy(row, average + "_pooled", average + "_macro"));
    }
  },

  /** Sessions from which the learner was excused are not sessions of the learner (FC-X.11). */
  WITHOUT_EXCUSED {
    @Override
    void change(Object[] row) {
      for (String kind : List.of("plenary", "practice")) {
        int held = SHAPE.place(kind + "_held");
        Integer excused = (Integer) row[SHAPE.place(kind + "_excused")];
        if (row[held] != null && excused != null) {
          row[held] = (Integer) row[held] - excused;
        }
      }
    }
  };

  private static final RowShape SHAPE = MeasureReader.SHAPE;
  private static final List<String> AVERAGES = List.of("average", "self_assessment");

  abstract void change(Object[] row);

  private static void copy(Object[] row, String from, String to) {
    if (SHAPE.has(from) && SHAPE.has(to)) {
      row[SHAPE.place(to)] = (BigDecimal) row[SHAPE.place(from)];
    }
  }

  /**
   * The measures in this reading.
   *
   * @param measures a row of {@code learner_course_measure}, which stays as it is
   */
  public Object[] of(Object[] measures) {
    Object[] row = Arrays.copyOf(measures, measures.length);
    change(row);
    return row;
  }
}
