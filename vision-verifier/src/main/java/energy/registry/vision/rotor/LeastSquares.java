package energy.registry.vision.rotor;

/** Ordinary least squares by the normal equations, for a handful of unknowns. */
final class LeastSquares {
    final double[] solution;
    final double[] residuals;

    private LeastSquares(double[] solution, double[] residuals) {
        this.solution = solution;
        this.residuals = residuals;
    }

    /** @param rows one row of regressors for each value */
    static LeastSquares fit(double[][] rows, double[] values) {
        int unknowns = rows[0].length;
        double[][] normal = new double[unknowns][unknowns];
        double[] right = new double[unknowns];
        for (int t = 0; t < rows.length; t++) {
            for (int i = 0; i < unknowns; i++) {
                right[i] += rows[t][i] * values[t];
                for (int j = 0; j <= i; j++) {
                    normal[i][j] += rows[t][i] * rows[t][j];
                    normal[j][i] = normal[i][j];
                }
            }
        }
        double[][] inverse = invert(normal);
        double[] solution = new double[unknowns];
        for (int i = 0; i < unknowns; i++) {
            solution[i] = dot(inverse[i], right);
        }
        double[] residuals = new double[rows.length];
        for (int t = 0; t < rows.length; t++) {
            residuals[t] = values[t] - dot(rows[t], solution);
        }
        return new LeastSquares(solution, residuals);
    }

    /** For each unknown, the row whose product with a series of values is that unknown. */
    static double[][] solver(double[][] regressors) {
        int unknowns = regressors.length;
        int n = regressors[0].length;
        double[][] normal = new double[unknowns][unknowns];
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; j < unknowns; j++) {
                normal[i][j] = dot(regressors[i], regressors[j]);
            }
        }
        double[][] inverse = invert(normal);
        double[][] solver = new double[unknowns][n];
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; j < unknowns; j++) {
                for (int t = 0; t < n; t++) {
                    solver[i][t] += inverse[i][j] * regressors[j][t];
                }
            }
        }
        return solver;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The products of all rows with a vector, four sums side by side: one alone waits for its own last addition. */
    static double[] times(double[][] rows, double[] vector) {
        double[] products = new double[rows.length];
        int row = 0;
        for (; row + 4 <= rows.length; row += 4) {
            double[] a = rows[row];
            double[] b = rows[row + 1];
            double[] c = rows[row + 2];
            double[] d = rows[row + 3];
            double sumA = 0;
            double sumB = 0;
            double sumC = 0;
            double sumD = 0;
            for (int i = 0; i < vector.length; i++) {
                sumA += a[i] * vector[i];
                sumB += b[i] * vector[i];
                sumC += c[i] * vector[i];
                sumD += d[i] * vector[i];
            }
            products[row] = sumA;
            products[row + 1] = sumB;
            products[row + 2] = sumC;
            products[row + 3] = sumD;
        }
        for (; row < rows.length; row++) {
            products[row] = dot(rows[row], vector);
        }
        return products;
    }

    double sumOfSquares() {
        return dot(residuals, residuals);
    }

    /** Gauss-Jordan with pivoting; a singular direction is held by a ridge far below any signal. */
    private static double[][] invert(double[][] matrix) {
        int n = matrix.length;
        double[][] work = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, work[i], 0, n);
            work[i][i] += 1e-9 * (1 + matrix[i][i]);
            work[i][n + i] = 1;
        }
        for (int column = 0; column < n; column++) {
            pivot(work, column);
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    subtract(work[row], work[column], work[row][column]);
                }
            }
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(work[i], n, inverse[i], 0, n);
        }
        return inverse;
    }

    private static void pivot(double[][] work, int column) {
        int best = column;
        for (int row = column + 1; row < work.length; row++) {
            best = Math.abs(work[row][column]) > Math.abs(work[best][column]) ? row : best;
        }
        double[] swap = work[column];
        work[column] = work[best];
        work[best] = swap;
        double scale = 1 / work[column][column];
        for (int i = 0; i < work[column].length; i++) {
            work[column][i] *= scale;
        }
    }

    private static void subtract(double[] from, double[] row, double factor) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * row[i];
        }
    }
}
