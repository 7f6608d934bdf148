package dev.convoy.learning.dl4j;

import dev.convoy.learning.Loss;
import dev.convoy.learning.NetworkShape;
import dev.convoy.learning.Parameters;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Builds DL4J networks from our shapes; nothing is left to DL4J's defaults or chance that could reach a result. */
final class Networks {
    private Networks() {}

    static MultiLayerNetwork build(NetworkShape shape, Loss loss, double learningRate, double l2, Parameters initial) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .updater(new Adam(learningRate))
                .l2(l2)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .list();
        List<Integer> widths = shape.widths();
        int last = widths.size() - 1;
        for (int layer = 1; layer < last; layer++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(widths.get(layer - 1))
                    .nOut(widths.get(layer))
                    .activation(Activation.RELU)
                    .build());
        }
        boolean binary = shape.outputs() == 1;
        boolean squared = loss == Loss.SQUARED_ERROR;
        LossFunction entropy = binary ? LossFunction.XENT : LossFunction.MCXENT;
        Activation probability = binary ? Activation.SIGMOID : Activation.SOFTMAX;
        layers.layer(new OutputLayer.Builder(squared ? LossFunction.MSE : entropy)
                .nIn(widths.get(last - 1))
                .nOut(widths.get(last))
                .activation(squared ? Activation.IDENTITY : probability)
                .build());
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        // Copied, because training changes the array in place.
        network.init(Nd4j.create(initial.toArray(), new long[] {1, initial.size()}, 'c'), true);
        return network;
    }
}
