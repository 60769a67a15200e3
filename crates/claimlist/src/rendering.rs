//! How a run's checklists are written: the format that is asked for, that of the output file's name, or a template.

use std::io::{self, IsTerminal as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use claimlist_report::{Format, Group, Medium, Options, Renderer, Template};
use supports_hyperlinks::Stream;

use crate::args::Check;
use crate::destination::Destination;
use crate::output;

/// Width of a wide table that does not go to a terminal, in columns.
const WIDE: usize = 160;

/// What writes the checklists, and what has to be known of it.
pub(crate) struct Rendering {
    pub(crate) renderer: Box<dyn Renderer>,
    /// The ending of its files, without the dot.
    pub(crate) ending: String,
    /// Whether it shows every claim unless asked for fewer.
    pub(crate) complete: bool,
    pub(crate) medium: Medium,
}

impl Rendering {
    /// # Errors
    /// If the output file's name tells no format, the template is faulty, or a terminal could not show the format.
    pub(crate) fn new(args: &Check, destination: &Destination) -> anyhow::Result<Self> {
        if let Some(path) = &args.template {
            return template(path);
        }
        let look = Look {
            width: args.width.map(usize::from),
            wide: args.wide,
            group: args.group.map(Into::into),
            quiet: args.quiet,
        };
        Self::of(args.format, destination, &look)
    }

    /// In the format that is asked for, or else the one that the output file's name tells.
    ///
    /// # Errors
    /// As those of [`Rendering::new`].
    pub(crate) fn of(
        format: Option<&'static Format>,
        destination: &Destination,
        look: &Look,
    ) -> anyhow::Result<Self> {
        let format = match format {
            Some(format) => format,
            None => by_name(destination)?,
        };
        let stdout = *destination == Destination::Stdout;
        if format.medium == Medium::Binary && stdout && io::stdout().is_terminal() {
            bail!("{} is no text that a terminal could show: name a file with --output", format.name);
        }
        let options = Options {
            width: look.columns(stdout),
            wide: look.wide,
            group: look.group,
            // A pipe or a file is no place for them, whatever the environment says.
            links: stdout && io::stdout().is_terminal() && supports_hyperlinks::on(Stream::Stdout),
            quiet: look.quiet,
            file: !stdout,
        };
        Ok(Self {
            renderer: format.renderer(&options),
            ending: format.ending().to_owned(),
            complete: format.complete,
            medium: format.medium,
        })
    }
}

/// What is asked for of the formats for people.
#[derive(Default)]
pub(crate) struct Look {
    /// The width of a table in columns, if it is not to fit where it goes.
    pub(crate) width: Option<usize>,
    pub(crate) wide: bool,
    pub(crate) group: Option<Group>,
    pub(crate) quiet: bool,
}

impl Look {
    /// The columns of a table.
    fn columns(&self, stdout: bool) -> usize {
        match self.width {
            Some(width) => width,
            None if stdout && io::stdout().is_terminal() => output::terminal_width(),
            None if self.wide => WIDE,
            None => output::PIPED_WIDTH,
        }
    }
}

/// The format that the name of the output file tells; a table if it has no ending.
fn by_name(destination: &Destination) -> anyhow::Result<&'static Format> {
    let table = || Format::named("table").context("the table is always a format");
    let Destination::File(path) = destination else { return table() };
    match Format::of_file(&path.file_name().unwrap_or_default().to_string_lossy()) {
        Some(format) => Ok(format),
        None if path.extension().is_none() => table(),
        None => bail!("no format is known by the ending of {}: name one with --format", path.display()),
    }
}

/// The template in a file. Its files are named as it is, without an ending for templates: `list.html.j2` makes .html.
fn template(path: &Path) -> anyhow::Result<Rendering> {
    let source = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the template {}", path.display()))?;
    let template = Template::new(&path.display().to_string(), source)?;
    let ending = template.ending().unwrap_or("txt").to_owned();
    Ok(Rendering { renderer: Box::new(template), ending, complete: false, medium: Medium::Text })
}
