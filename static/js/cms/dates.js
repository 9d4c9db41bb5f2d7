// A date stays as it was typed: the form says what is wrong with it. Wagtail's calendar would put "now" in its place
// when one goes on to the next field; there it only closes.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
document.addEventListener("focusout", ({ target }) => {
  jQuery(target).data("xdsoft_datetimepicker")?.trigger("close.xdsoft");
});
