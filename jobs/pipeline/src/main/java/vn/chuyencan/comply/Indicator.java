package vn.chuyencan.comply;

import java.math.BigDecimal;
import vn.chuyencan.model.Status;

/**
 * What a rule finds of one scope in one period.
 *
 * @param regulation whose rule it is
 * @param rule the rule
 * @param scopeId of what it speaks; {@code *} of everything
 * @param scopeName how people call that; may be null
 * @param numerator upper part of the value; null where the value is no ratio or not known
 * @param denominator lower part of the value
 * @param value the value, rounded where it is a ratio; null where it is not known
 * @param lower the least that the value can be, whatever is missing; null where it is known
 * @param upper the most that it can be
 * @param status what follows; null of a figure without a threshold
 * @param missing which data is missing; empty when none is
 * @param supplierVi who must supply it, in Vietnamese
 * @param supplierEn the same in English
 * @param noteVi a remark in Vietnamese; empty: none
 * @param noteEn the same in English
 * @param detail the things at fault, by their ids; empty: none
 * @param otherValue the value under the other reading; null: none, or not known
 * @param otherStatus the status under the other reading; null: none
 */
public record Indicator(
    Regulation regulation,
    Regulation.Rule rule,
    String scopeId,
    String scopeName,
    BigDecimal numerator,
    BigDecimal denominator,
    BigDecimal value,
    BigDecimal lower,
    BigDecimal upper,
    Status status,
    String missing,
    String supplierVi,
    String supplierEn,
    String noteVi,
    String noteEn,
    String detail,
    BigDecimal otherValue,
    Status otherStatus) {}
