// A date stays as it was typed: the form says what is wrong with it. Wagtail's calendar would put "now" in its place.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
